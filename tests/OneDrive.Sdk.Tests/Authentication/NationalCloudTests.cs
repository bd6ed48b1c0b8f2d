using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>Each cloud has its own sign-in, its own Microsoft Graph and its own tokens, whichever way somebody signs in.</summary>
public sealed class NationalCloudTests : IDisposable
{
    private readonly FakeTokenEndpoint _endpoint = new();

    public static TheoryData<string> Clouds => [.. OneDriveCloud.All.Select(cloud => cloud.Name)];

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task ACode_IsAskedForInTheCloud(string name)
    {
        var cloud = OneDriveCloud.Parse(name);
        _endpoint.Then(FakeTokenEndpoint.Json(
            System.Net.HttpStatusCode.OK, """{"device_code":"d","user_code":"U","verification_uri":"https://microsoft.com/devicelogin"}"""));
        using var flow = new DeviceCodeFlow(new DeviceCodeOptions { ClientId = "app" }, cloud: cloud, transport: _endpoint);

        await flow.BeginAsync("me");

        Assert.Equal(new Uri(cloud.SignInEndpoint, "common/oauth2/v2.0/devicecode"), _endpoint.Requests.Single().Address);
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task AnExchange_HappensInTheCloudForItsGraph(string name)
    {
        var cloud = OneDriveCloud.Parse(name);
        using var tokens = OnBehalfOf(cloud);

        await tokens.ForUser("assertion").GetTokenAsync(new() { Resource = cloud.GraphEndpoint }, CancellationToken.None);

        var sent = _endpoint.Requests.Single();
        Assert.Equal(new Uri(cloud.SignInEndpoint, "contoso.example/oauth2/v2.0/token"), sent.Address);
        Assert.Equal($"{cloud.GraphEndpoint}.default", sent["scope"]);
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task AnExchange_ForTheGraphOfAnotherCloudSendsNothing(string name)
    {
        var cloud = OneDriveCloud.Parse(name);
        using var tokens = OnBehalfOf(cloud);

        foreach (var other in OneDriveCloud.All.Where(other => other.SignInEndpoint != cloud.SignInEndpoint))
        {
            await Assert.ThrowsAsync<OneDriveAuthenticationException>(async () => await tokens.ForUser("assertion").GetTokenAsync(
                new() { Resource = other.GraphEndpoint }, CancellationToken.None));
        }

        Assert.Empty(_endpoint.Requests);
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task APersonWhoSignsIn_IsSentToThePageOfTheCloud(string name)
    {
        var cloud = OneDriveCloud.Parse(name);
        using var flow = new AuthorizationCodeFlow(
            new() { ClientId = "app", RedirectUri = new Uri("https://app.example/cb") }, cloud: cloud, transport: _endpoint);
        using var first = new AadV1Flow(
            new() { ClientId = "app", RedirectUri = new Uri("https://app.example/cb") }, cloud: cloud, transport: _endpoint);

        Assert.Equal($"{cloud.SignInEndpoint}common/oauth2/v2.0/authorize", (await flow.BeginAsync("me")).ToString());
        Assert.Equal($"{cloud.SignInEndpoint}common/oauth2/authorize", (await first.BeginAsync("me")).ToString());
    }

    [Fact]
    public void SignInsOfDifferentSignInServices_AreNeverMistakenForEachOther()
    {
        var keys = OneDriveCloud.All.Select(cloud => new DeviceCodeOptions { ClientId = "app" }.ToSettings(cloud).StoreKey("me"));

        Assert.Equal(OneDriveCloud.All.Select(cloud => cloud.SignInEndpoint).Distinct().Count(), keys.Distinct().Count());
    }

    [Fact]
    public async Task TokensOfTwoCloudsWithOneSignInService_AreKeptApart()
    {
        using var tokens = OnBehalfOf(OneDriveCloud.UsGovernmentL4);
        var user = tokens.ForUser("assertion");

        var four = await user.GetTokenAsync(new() { Resource = OneDriveCloud.UsGovernmentL4.GraphEndpoint }, CancellationToken.None);
        var five = await user.GetTokenAsync(new() { Resource = OneDriveCloud.UsGovernmentL5.GraphEndpoint }, CancellationToken.None);

        Assert.NotEqual(four.Value, five.Value);
    }

    [Fact]
    public async Task ATokenOfASignIn_IsNotAskedForInTheNameOfAnotherCloud()
    {
        var store = new InMemoryTokenStore();
        using var flow = new AuthorizationCodeFlow(
            new() { ClientId = "app", RedirectUri = new Uri("https://app.example/cb") }, store, transport: _endpoint);
        await flow.AcceptAsync("me", new ObtainedTokens { RefreshToken = "refresh" });

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(async () => await flow.ForUser("me").GetTokenAsync(
            new() { Resource = OneDriveCloud.China.GraphEndpoint }, CancellationToken.None));

        Assert.Empty(_endpoint.Requests);
    }

    private OnBehalfOfTokenProvider OnBehalfOf(OneDriveCloud cloud) => new(
        new() { TenantId = "contoso.example", ClientId = "app", ClientSecret = "secret" }, cloud, _endpoint);
}
