using Azure.Core;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Azure;

public sealed class OneDriveTokenCredentialTests
{
    private static readonly DateTimeOffset Expires = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly List<AccessTokenRequest> _asked = [];
    private readonly DelegateTokenProvider _provider;

    public OneDriveTokenCredentialTests() => _provider = new((request, _) =>
    {
        _asked.Add(request);
        return ValueTask.FromResult(new OneDrive.Sdk.Authentication.AccessToken("token", Expires, Expires.AddHours(-1)));
    });

    [Fact]
    public async Task GetTokenAsync_AsksForTheResourceOfTheScopes()
    {
        var credential = new OneDriveTokenCredential(_provider);

        var token = await credential.GetTokenAsync(Context("https://vault.example/.default"), CancellationToken.None);

        Assert.Equal(("token", Expires, Expires.AddHours(-1)), (token.Token, token.ExpiresOn, token.RefreshOn!.Value));
        Assert.Equal("https://vault.example/", Assert.Single(_asked).Resource.AbsoluteUri);
        Assert.Empty(_asked[0].Scopes);
    }

    [Fact]
    public async Task GetTokenAsync_TakesShortScopesForThoseOfItsResource()
    {
        var credential = new OneDriveTokenCredential(_provider, new Uri("https://graph.microsoft.us/v1.0"));

        await credential.GetTokenAsync(Context("Files.Read", "https://graph.microsoft.us/User.Read"), CancellationToken.None);

        Assert.Equal("https://graph.microsoft.us/", Assert.Single(_asked).Resource.AbsoluteUri);
        Assert.Equal(["Files.Read", "https://graph.microsoft.us/User.Read"], _asked[0].Scopes);
    }

    [Fact]
    public async Task GetTokenAsync_PassesClaimsOn()
    {
        await new OneDriveTokenCredential(_provider).GetTokenAsync(
            new TokenRequestContext(["Files.Read"], claims: "{}"), CancellationToken.None);

        Assert.Equal("{}", Assert.Single(_asked).Claims);
    }

    [Theory]
    [InlineData("https://a.example/.default", "https://b.example/.default")]
    [InlineData("http://a.example/.default")]
    [InlineData("ftp://a.example/.default")]
    public async Task GetTokenAsync_ForSeveralResourcesOrAnInsecureOne_AsksForNothing(params string[] scopes)
    {
        var credential = new OneDriveTokenCredential(_provider);

        await Assert.ThrowsAsync<ArgumentException>(async () => await credential.GetTokenAsync(Context(scopes), CancellationToken.None));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task GetTokenAsync_ForAnotherTenant_IsRefused()
    {
        var credential = new OneDriveTokenCredential(_provider, tenantId: "contoso.example");

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(async () => await credential.GetTokenAsync(
            new TokenRequestContext(["Files.Read"], tenantId: "fabrikam.example"), CancellationToken.None));
        await credential.GetTokenAsync(new TokenRequestContext(["Files.Read"], tenantId: "CONTOSO.example"), CancellationToken.None);

        Assert.Contains("fabrikam.example", failure.Message, StringComparison.Ordinal);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task GetToken_Blocks()
    {
        var credential = new OneDriveTokenCredential(_provider);

        Assert.Equal("token", credential.GetToken(Context("Files.Read"), CancellationToken.None).Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Task.Run(() => credential.GetToken(Context("Files.Read"), new CancellationToken(canceled: true))));
    }

    [Fact]
    public void Constructor_RefusesAResourceThatIsNotHttps() =>
        Assert.Throws<ArgumentException>(() => new OneDriveTokenCredential(_provider, new Uri("http://graph.example")));

    private static TokenRequestContext Context(params string[] scopes) => new(scopes);
}
