using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.SignIn;

/// <summary>The service demands claims that no token of a program brings: the person must learn which.</summary>
public sealed class ClaimsTests
{
    private const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1718000000"}}}""";

    private static string Challenge { get; } =
        $"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims))}\"";

    [Fact]
    [FieldCase(
        "F24", "F2", Source = "microsoftgraph/msgraph-sdk-dotnet#3056",
        Report = "Every token is rejected with 401 and `insufficient_claims`, also the one that was requested with the claims.",
        Right = "An `OneDriveAuthenticationException` contains the claims for the next sign-in; its inner exception is the 401.")]
    public async Task GetAsync_WhenEveryTokenIsRefused_ThrowsWithTheClaims()
    {
        await using var service = new ScriptedService(
            _ => Answer.Error(401, "InvalidAuthenticationToken").With("WWW-Authenticate", Challenge));

        var failure = await GetAsync(service);

        Assert.Equal(Claims, failure.Claims);
        Assert.True(failure.RequiresSignIn);
        Assert.Equal(Claims, Assert.IsType<OneDriveApiException>(failure.InnerException).Claims);
        Assert.InRange(service.Requests.Count, 1, 2);
    }

    [Theory]
    [InlineData("Bearer realm=\"x\", error=\"invalid_token\", ")]
    [InlineData("Negotiate abc, ")]
    [InlineData("Basic realm=\"a\\\"b\", ")]
    [InlineData("PoP error=\"insufficient_claims\", nonce=\"n\", ")]
    [FieldCase(
        "F2.second-challenge", "F2", Source = "own",
        Report = "The claims are in the second challenge of one header.",
        Right = "Each challenge is parsed separately, and the claims are found.")]
    public async Task GetAsync_WhenTheClaimsAreInTheSecondChallenge_FindsThem(string first)
    {
        await using var service = new ScriptedService(_ => Answer.Error(401, "x").With("WWW-Authenticate", first + Challenge));

        Assert.Equal(Claims, (await GetAsync(service)).Claims);
    }

    [Theory]
    [InlineData("Bearer error_description=\"no claims=e30, please\", ")]
    [InlineData("Bearer authorization_uri=\"https://x.example/?error=none\", ")]
    [FieldCase(
        "F2.quoted-text", "F2", Source = "own",
        Report = "A quoted text of the challenge looks like another parameter.",
        Right = "Quoted text is not parsed as a parameter.")]
    public async Task GetAsync_WhenQuotedTextLooksLikeAParameter_ReadsTheRealOne(string start)
    {
        var header = start + Challenge["Bearer realm=\"\", ".Length..];
        await using var service = new ScriptedService(_ => Answer.Error(401, "x").With("WWW-Authenticate", header));

        Assert.Equal(Claims, (await GetAsync(service)).Claims);
    }

    [Fact]
    [FieldCase("F24", "F2")]
    public async Task GetAsync_WhenTheSignInServiceRefusesWithoutRepeatingTheClaims_ThrowsWithThem()
    {
        await using var service = new ScriptedService(_ => Answer.Error(401, "x").With("WWW-Authenticate", Challenge));
        using var client = new OneDriveClient(new DelegateTokenProvider((request, _) => request.Claims is null
            ? ValueTask.FromResult(new AccessToken("t", DateTimeOffset.MaxValue))
            : throw new OneDriveAuthenticationException("interaction_required") { RequiresSignIn = true }), Options(service));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => client.Items.GetAsync(DriveAddress.Me.Root));

        Assert.Equal(Claims, failure.Claims);
    }

    [Fact]
    [FieldCase("F24", "F2")]
    public async Task GetAsync_WhenTheTokenIsRefusedWithoutClaims_ThrowsTheRefusal()
    {
        await using var service = new ScriptedService(_ => Answer.Error(401, "InvalidAuthenticationToken"));
        using var client = FieldClient.Create(service);

        var failure = await Assert.ThrowsAsync<OneDriveApiException>(() => client.Items.GetAsync(DriveAddress.Me.Root));

        Assert.Null(failure.Claims);
    }

    private static async Task<OneDriveAuthenticationException> GetAsync(ScriptedService service)
    {
        var number = 0;
        using var client = new OneDriveClient(
            new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken($"t{number++}", DateTimeOffset.MaxValue))),
            Options(service));
        return await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => client.Items.GetAsync(DriveAddress.Me.Root));
    }

    private static OneDriveOptions Options(ScriptedService service) => new()
    {
        Cloud = OneDriveCloud.Custom(service.Endpoint, service.Endpoint),
        TimeProvider = new FastTime(),
    };
}
