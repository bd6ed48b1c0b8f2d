using OneDrive.Sdk.AotSmoke.SignIn;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>The ways in which people sign in, each as far as its first token.</summary>
internal static class UserSignInChecks
{
    private const string Tokens =
        """{ "token_type": "Bearer", "expires_in": "3599", "access_token": "access", "refresh_token": "refresh", "scope": "Files.Read" }""";

    private static readonly AccessTokenRequest Graph = new() { Resource = new Uri("https://graph.microsoft.com") };

    internal static async Task RunAsync(Checks checks)
    {
        await WithABrowserAsync(checks);
        await WithACodeAsync(checks);
        await OnBehalfOfAsync(checks);
        await TheOldWayAsync(checks);
    }

    private static async Task WithABrowserAsync(Checks checks)
    {
        using var service = new CannedTokens(Tokens);
        using var flow = new AuthorizationCodeFlow(
            new() { ClientId = "app", RedirectUri = new Uri("https://app.example/cb") }, transport: service);

        await flow.CompleteAsync("me", Callback(await flow.BeginAsync("me")));

        checks.That("a code is redeemed with its verifier", service.Forms.Single().Contains("&code_verifier=", StringComparison.Ordinal));
        checks.Equal("the token is the person's", "access", (await flow.ForUser("me").GetTokenAsync(Graph, CancellationToken.None)).Value);
    }

    private static async Task WithACodeAsync(Checks checks)
    {
        using var service = new CannedTokens(
            """{ "device_code": "d", "user_code": "ABC", "verification_uri": "https://microsoft.com/devicelogin", "interval": 7 }""");
        using var flow = new DeviceCodeFlow(new() { ClientId = "app" }, transport: service);

        var prompt = await flow.BeginAsync("me");

        checks.Equal("the code is shown", "ABC", prompt.UserCode);
        checks.Equal("the interval is the service's", TimeSpan.FromSeconds(7), prompt.Interval);
    }

    private static async Task OnBehalfOfAsync(Checks checks)
    {
        using var service = new CannedTokens(Tokens);
        using var tokens = new OnBehalfOfTokenProvider(
            new() { TenantId = "contoso.example", ClientId = "api", ClientSecret = "secret" }, transport: service);

        var token = await tokens.ForUser("assertion").GetTokenAsync(Graph, CancellationToken.None);

        checks.Equal("a person's token is exchanged", "access", token.Value);
        checks.That("for the claims it may be asked for", service.Forms.Single().Contains("xms_cc", StringComparison.Ordinal));
    }

    private static async Task TheOldWayAsync(Checks checks)
    {
        using var service = new CannedTokens(Tokens);
        var files = new DiscoveredService(
            "https://contoso-my.sharepoint.com/", new Uri("https://contoso-my.sharepoint.com/_api/v2.0"));
        using var flow = new AadV1Flow(
            new() { ClientId = "app", RedirectUri = new Uri("https://app.example/cb"), Service = files }, transport: service);

        await flow.CompleteAsync("me", Callback(await flow.BeginAsync("me")));

        checks.That("the old way knows resources", service.Forms.Single().Contains("&resource=https", StringComparison.Ordinal));
        using var answers = new CannedTokens("""{ "id": "item", "@content.downloadUrl": "https://download.example/x" }""");
        using var client = new OneDriveClient(
            flow.ForUser("me", files), new OneDriveOptions { ServiceEndpoint = files.EndpointUri }, answers);
        var item = await client.Items.GetAsync(DriveAddress.Me.Path("/a"));
        checks.Equal("the old dialect is understood", "https://download.example/x", item.DownloadUrl?.ToString());
    }

    private static AuthorizationCallback Callback(AuthorizationStart start)
    {
        var state = start.Address.Query.TrimStart('?').Split('&').Single(pair => pair.StartsWith("state=", StringComparison.Ordinal));
        return AuthorizationCallback.Parse($"code=x&{state}");
    }
}
