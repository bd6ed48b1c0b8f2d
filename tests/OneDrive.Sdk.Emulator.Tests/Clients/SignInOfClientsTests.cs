using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Clients;

/// <summary>How clients sign in whose ids and addresses are built in, and that nobody registered here.</summary>
public sealed class SignInOfClientsTests
{
    private const string Rclone = "b15665d9-eda6-4092-8539-0eec376afd59";
    private const string OneDriveClient = "d50ca740-c83f-4d1b-b616-12c519384f0c";
    private const string NativeClient = $"{ReplayedClient.SignIn}/common/oauth2/nativeclient";

    [Fact]
    public async Task Rclone_ProvesItselfInTheHeaderAlone()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Personal);
        var callback = await AuthorizeAsync(
            client,
            $"access_type=offline&client_id={Rclone}&redirect_uri=http%3A%2F%2Flocalhost%3A53682%2F&response_type=code"
                + "&scope=Files.Read+Files.ReadWrite+Files.Read.All+Files.ReadWrite.All+Sites.Read.All+offline_access&state=5t4te");
        Assert.StartsWith("http://localhost:53682/?", callback, StringComparison.Ordinal);
        Assert.EndsWith("state=5t4te", callback, StringComparison.Ordinal);

        var form = $"code={CodeIn(callback)}&grant_type=authorization_code&redirect_uri=http%3A%2F%2Flocalhost%3A53682%2F";
        var tokens = await RedeemAsync(client, form, $"{Rclone}:a+secret%21");
        var refreshed = await RedeemAsync(
            client, $"grant_type=refresh_token&refresh_token={tokens["refresh_token"]}", $"{Rclone}:a+secret%21");

        await AssertWorksAsync(client, refreshed, "Bearer");
    }

    [Theory]
    [InlineData(EmulatorDriveType.Personal)]
    [InlineData(EmulatorDriveType.Business)]
    public async Task OneDriveClient_EncodesNothing_AndWritesBearerSmall(EmulatorDriveType driveType)
    {
        await using var client = await ReplayedClient.StartAsync(driveType);
        using var network = await client.SendAsync("HEAD", ReplayedClient.SignIn + "/", withToken: false);
        Assert.NotEqual(HttpStatusCode.InternalServerError, network.StatusCode);
        var callback = await AuthorizeAsync(
            client,
            $"client_id={OneDriveClient}&scope=Files.ReadWrite%20Files.ReadWrite.All%20Sites.ReadWrite.All%20offline_access"
                + $"&response_type=code&prompt=login&redirect_uri={NativeClient}");
        Assert.StartsWith(NativeClient + "?", callback, StringComparison.Ordinal);
        Assert.Matches("^[A-Za-z0-9._-]+$", CodeIn(callback));

        var tokens = await RedeemAsync(
            client, $"client_id={OneDriveClient}&redirect_uri={NativeClient}&code={CodeIn(callback)}&grant_type=authorization_code");
        var refresh = $"client_id={OneDriveClient}&redirect_uri={NativeClient}&grant_type=refresh_token"
            + $"&refresh_token={tokens["refresh_token"]}";
        await RedeemAsync(client, refresh);
        var afterAKilledRun = await RedeemAsync(client, refresh);

        await AssertWorksAsync(client, afterAKilledRun, "bearer");
    }

    [Fact]
    public async Task WrongCode_IsAnInvalidGrant()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        using var response = await PostAsync(
            client, $"client_id={Rclone}&code=nonsense&grant_type=authorization_code&redirect_uri=http%3A%2F%2Flocalhost%3A53682%2F", null);

        Assert.Equal("invalid_grant", (await ReplayedClient.ReadAsync(response, 400))["error"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("http://elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://app.example/%0d%0aX-Injected:1")]
    [InlineData("nonsense")]
    public async Task Authorize_ForAnUnregisteredApplication_SendsNoCodeIntoTheOpen(string redirectUri)
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        using var response = await client.SendAsync(
            "GET",
            $"{ReplayedClient.SignIn}/common/oauth2/v2.0/authorize?client_id={Rclone}&response_type=code&scope=Files.Read&redirect_uri="
                + (redirectUri.Contains('%', StringComparison.Ordinal) ? redirectUri : Uri.EscapeDataString(redirectUri)),
            withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.us", "https://graph.microsoft.us")]
    [InlineData("https://login.microsoftonline.us", "https://dod-graph.microsoft.us")]
    [InlineData("https://login.partner.microsoftonline.cn", "https://microsoftgraph.chinacloudapi.cn")]
    [InlineData("https://login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn")]
    public async Task NationalCloud_IsServedByItsOwnNames(string signIn, string graph)
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        client.State.WithFile("a.txt", [1, 2]);
        using var form = new StringContent(
            $"client_id=any&client_secret=any&grant_type=client_credentials&scope={graph}/.default",
            Encoding.UTF8,
            "application/x-www-form-urlencoded");
        using var answer = await client.SendAsync(
            "POST", $"{signIn}/{OneDriveEmulator.DefaultTenantId}/oauth2/v2.0/token", form, withToken: false);
        var token = (await ReplayedClient.ReadAsync(answer, 200))["access_token"]!.GetValue<string>();

        var item = await client.AskAsync(
            "GET",
            $"{graph}/v1.0/drives/{client.State.Id}/root:/a.txt",
            withToken: false,
            headers: [("Authorization", $"Bearer {token}")]);

        Assert.StartsWith(graph + "/", item["@microsoft.graph.downloadUrl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task<string> AuthorizeAsync(ReplayedClient client, string query)
    {
        using var response = await client.SendAsync(
            "GET", $"{ReplayedClient.SignIn}/common/oauth2/v2.0/authorize?{query}", withToken: false);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    private static string CodeIn(string callback) => callback.Split("code=")[1].Split('&')[0];

    private static async Task<JsonNode> RedeemAsync(ReplayedClient client, string form, string? basic = null)
    {
        using var response = await PostAsync(client, form, basic);
        var tokens = await ReplayedClient.ReadAsync(response, 200);
        Assert.Equal("Bearer", tokens["token_type"]!.GetValue<string>());
        Assert.Equal(System.Text.Json.JsonValueKind.Number, tokens["expires_in"]!.GetValueKind());
        Assert.NotNull(tokens["refresh_token"]);
        return tokens;
    }

    private static async Task<HttpResponseMessage> PostAsync(ReplayedClient client, string form, string? basic)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(form));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        (string, string)[] headers = basic is null
            ? []
            : [("Authorization", "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(basic)))];
        return await client.SendAsync("POST", $"{ReplayedClient.SignIn}/common/oauth2/v2.0/token", content, withToken: false, headers);
    }

    private static async Task AssertWorksAsync(ReplayedClient client, JsonNode tokens, string scheme)
    {
        var drive = await client.AskAsync(
            "GET",
            $"{ReplayedClient.Graph}/me/drive",
            withToken: false,
            headers: [("Authorization", $"{scheme} {tokens["access_token"]}")]);
        Assert.Equal(client.State.Id, drive["id"]!.GetValue<string>());
    }
}
