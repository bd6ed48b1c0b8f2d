using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>An emulator in which everything exists that the pages take for granted; made when an example asks for it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string FilePath = "Documents/report.docx";

    private readonly EmulatorClient _client;

    private Stage(EmulatorClient client) => _client = client;

    internal OneDriveEmulator Emulator => _client.Emulator;

    internal EmulatorDrive Drive => Emulator.DefaultUser.Drive;

    internal EmulatorDrive Library => Emulator.DefaultGroup.Drive;

    internal EmulatorUser Colleague { get; private set; } = null!;

    internal static async Task<Stage> StartAsync(EmulatorDriveType driveType, bool isLenient)
    {
        var client = await EmulatorClient.StartAsync(options => (options.DriveType, options.Lenient) = (driveType, isLenient));
        client.Token = client.Emulator.IssueAccessToken(client.Emulator.DefaultUser);
        var stage = new Stage(client) { Colleague = client.Emulator.AddUser(user => user.DriveType = driveType) };
        foreach (var drive in (EmulatorDrive[])[stage.Drive, stage.Library, stage.Colleague.Drive])
        {
            drive.WithFile(FilePath, [1]).WithFile(FilePath, Bytes.Of(2000)).WithFile("Documents/vacation.jpg", [3]).WithFolder("Target");
        }

        return stage;
    }

    /// <summary>The arguments of a function that asks for a time: that of the test, in place of that of the page.</summary>
    internal static string ThisMonth()
    {
        var today = TimeProvider.System.GetUtcNow();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"startDateTime='{today.AddDays(-5):yyyy-MM-dd}',endDateTime='{today.AddDays(5):yyyy-MM-dd}'");
    }

    internal static string File(EmulatorDrive drive) => drive.FindItem(FilePath)!.Id;

    internal static string Picture(EmulatorDrive drive) => drive.FindItem("Documents/vacation.jpg")!.Id;

    internal static string Folder(EmulatorDrive drive) => drive.FindItem("Documents")!.Id;

    internal static string Target(EmulatorDrive drive) => drive.FindItem("Target")!.Id;

    internal static string Address(EmulatorDrive drive) => $"/v1.0/drives/{drive.Id}/items/{File(drive)}";

    internal async Task<string> BundleAsync(bool isAlbum = false)
    {
        var kind = isAlbum ? """{"album":{}}""" : "{}";
        var made = await AskAsync(
            "POST", "/v1.0/drive/bundles", $$"""{"name":"Bundle","bundle":{{kind}},"children":[{"id":"{{File(Drive)}}"}]}""");
        return made["id"]!.GetValue<string>();
    }

    internal async Task<string> PermissionAsync(EmulatorDrive drive)
    {
        var invited = await AskAsync("POST", $"{Address(drive)}/invite", Invitation(Colleague.Mail));
        return invited["value"]![0]!["id"]!.GetValue<string>();
    }

    internal async Task<string> ShareAsync()
    {
        var scope = Drive.DriveType == EmulatorDriveType.Personal ? "anonymous" : "organization";
        var link = await AskAsync("POST", $"{Address(Drive)}/createLink", $$"""{"type":"edit","scope":"{{scope}}"}""");
        var url = link["link"]!["webUrl"]!.GetValue<string>();
        return "u!" + Convert.ToBase64String(Encoding.UTF8.GetBytes(url)).TrimEnd('=').Replace('/', '_').Replace('+', '-');
    }

    internal async Task<string> SubscriptionAsync(string receiver)
        => (await AskAsync("POST", "/v1.0/subscriptions", SubscriptionBody(receiver).ToJsonString()))["id"]!.GetValue<string>();

    internal static JsonObject SubscriptionBody(string receiver) => new()
    {
        ["changeType"] = "updated",
        ["notificationUrl"] = receiver,
        ["lifecycleNotificationUrl"] = receiver,
        ["resource"] = "me/drive/root",
        ["clientState"] = "state",
        ["expirationDateTime"] = TimeProvider.System.GetUtcNow().AddDays(2).ToString("O", CultureInfo.InvariantCulture),
    };

    internal async Task<(string Site, string List)> ListAsync()
    {
        var sites = await AskAsync("GET", "/v1.0/sites?search=*");
        var site = sites["value"]!.AsArray()[^1]!["id"]!.GetValue<string>();
        var list = await AskAsync("GET", $"/v1.0/drives/{Library.Id}/list");
        return (site, list["id"]!.GetValue<string>());
    }

    /// <summary>An upload that has begun, or one that is complete and whose name somebody else has taken.</summary>
    internal async Task<string> UploadUrlAsync(bool isRefused)
    {
        var session = await AskAsync(
            "POST",
            $"/v1.0/drives/{Drive.Id}/items/{Folder(Drive)}:/new.bin:/createUploadSession",
            """{"item":{"@microsoft.graph.conflictBehavior":"fail"},"deferCommit":true}""");
        var url = session["uploadUrl"]!.GetValue<string>();
        if (isRefused)
        {
            using var sent = await _client.PutFragmentAsync(url, Bytes.Of(10), 0, 10);
            Drive.WithFile("Documents/new.bin", [1]);
        }

        return url;
    }

    /// <summary>Lets the colleague share a file with the user.</summary>
    internal async Task<string> ShareOfColleagueAsync()
    {
        var token = _client.Token;
        _client.Token = Emulator.IssueAccessToken(Colleague);
        await AskAsync("POST", $"{Address(Colleague.Drive)}/invite", Invitation(Emulator.DefaultUser.Mail));
        _client.Token = token;
        return File(Colleague.Drive);
    }

    internal async Task<string> DownloadUrlAsync()
        => (await AskAsync("GET", Address(Drive)))["@microsoft.graph.downloadUrl"]!.GetValue<string>();

    internal async Task<string> MonitorUrlAsync(bool hasEnded)
    {
        using var accepted = await _client.PostAsync(
            $"{Address(Drive)}/copy", $$"""{"parentReference":{"driveId":"{{Drive.Id}}","id":"{{Target(Drive)}}"},"name":"copy.docx"}""");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var url = accepted.Headers.Location!.AbsoluteUri;
        if (hasEnded)
        {
            using var running = await _client.SendAnonymouslyAsync(HttpMethod.Get, url);
        }

        return url;
    }

    private static string Invitation(string mail)
        => $$"""{"recipients":[{"email":"{{mail}}"}],"roles":["write"],"requireSignIn":true,"message":"Here it is"}""";

    internal async Task<JsonNode> AskAsync(string method, string path, string? json = null)
    {
        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await SendAsync(method, path, content, new Dictionary<string, string>());
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The stage cannot be set, {(int)response.StatusCode} to {method} {path}: {text}");
        }

        return text.Length > 0 ? JsonNode.Parse(text)! : new JsonObject();
    }

    internal Task<HttpResponseMessage> SendAsync(
        string method, string target, HttpContent? content, IReadOnlyDictionary<string, string> headers)
    {
        (string, string)[] pairs = [.. headers.Select(header => (header.Key, header.Value))];
        return target.Contains("/_transfer/", StringComparison.Ordinal) || target.Contains("monitor/", StringComparison.Ordinal)
            ? _client.SendAnonymouslyAsync(new HttpMethod(method), target, content, pairs)
            : _client.SendAsync(new HttpMethod(method), target, content, pairs);
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
