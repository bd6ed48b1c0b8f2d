using System.Net;
using System.Text;

namespace OneDrive.Sdk.Emulator.Tests.Clients;

/// <summary>What rclone asks, in its order and its words, and what it cannot do without in the answers.</summary>
public sealed class RcloneTests
{
    private const string Dates =
        """{"fileSystemInfo":{"createdDateTime":"2020-09-13T12:26:40Z","lastModifiedDateTime":"2020-09-13T12:26:41Z"}}""";

    [Theory]
    [InlineData(EmulatorDriveType.Business)]
    [InlineData(EmulatorDriveType.Personal)]
    public async Task Configuration_LearnsDriveAndType(EmulatorDriveType driveType)
    {
        await using var client = await ReplayedClient.StartAsync(driveType);
        var drives = await client.GetAsync($"{ReplayedClient.Graph}/me/drives");
        var drive = await client.GetAsync($"{ReplayedClient.Graph}/me/drive");
        var root = await client.GetAsync($"{client.Drive}/root");

        Assert.Contains(drives["value"]!.AsArray(), entry => entry!["id"]!.GetValue<string>() == client.State.Id);
        Assert.Equal(client.State.Id, drive["id"]!.GetValue<string>());
        Assert.Equal(
            driveType == EmulatorDriveType.Personal ? "personal" : "business", root["parentReference"]!["driveType"]!.GetValue<string>());
        Assert.Null(root["parentReference"]!["id"]);
        Assert.NotNull(root["webUrl"]);
        Assert.All(
            (string[])["total", "used", "remaining", "deleted"], name => Assert.True(drive["quota"]![name]!.GetValue<long>() >= 0));
    }

    [Fact]
    public async Task Mkdir_LooksEachFolderUp_AndCreatesTheMissingOnes()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        const string NewFolder = """{"name":"sub","folder":{"childCount":0},"@name.conflictBehavior":"fail"}""";
        var missing = await client.AskAsync("GET", $"{client.Drive}/items/{client.RootId}:/sub:", status: 404);
        var made = await client.AskAsync("POST", $"{client.Drive}/items/{client.RootId}/children", NewFolder, 201);
        var again = await client.AskAsync("POST", $"{client.Drive}/items/{client.RootId}/children", NewFolder, 409);
        var found = await client.GetAsync($"{client.Drive}/items/{client.RootId}:/SUB:");
        var itself = await client.GetAsync($"{client.Drive}/items/{found["id"]}:/");

        Assert.Equal("itemNotFound", missing["error"]!["code"]!.GetValue<string>());
        Assert.Equal("nameAlreadyExists", again["error"]!["code"]!.GetValue<string>());
        Assert.Equal("sub", found["name"]!.GetValue<string>());
        Assert.Equal(made["id"]!.GetValue<string>(), itself["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Lookup_OfAPathThroughAFile_OrOfTheRemoteItself_IsNotFound()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        client.State.WithFile("t/a.txt", [1]);
        var folder = client.State.FindItem("t")!.Id;
        foreach (var path in (string[])[$"items/{folder}:/t:", "root:/t/a.txt/x", $"items/{folder}:/a.txt/x:"])
        {
            var missing = await client.AskAsync("GET", $"{client.Drive}/{path}", status: 404);
            Assert.Equal("itemNotFound", missing["error"]!["code"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("a~b$c@d%21e%5Ef.txt", "a~b$c@d!e^f.txt")]
    [InlineData("plus+and=eq,semi;.txt", "plus+and=eq,semi;.txt")]
    [InlineData("it%27s%20100%25%20&%20more.txt", "it's 100% & more.txt")]
    [InlineData("hash%23name%2520.txt", "hash#name%20.txt")]
    [InlineData("q%EF%BC%9Fs%EF%BC%9At.%E2%90%A0", "q？s：t.␠")]
    public async Task Name_OfAnyCharacters_ArrivesAsItIs(string inTheAddress, string name)
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        var path = $"{client.Drive}/items/{client.RootId}:/{inTheAddress}:";
        using var empty = new ByteArrayContent([]);
        using var put = await client.SendAsync("PUT", $"{path}/content", empty);
        var made = await ReplayedClient.ReadAsync(put, 201);
        var found = await client.GetAsync(path);

        Assert.Equal(name, made["name"]!.GetValue<string>());
        Assert.Equal(name, found["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task EmptyFile_IsPutAndThenDated()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        using var empty = new ByteArrayContent([]);
        using var put = await client.SendAsync("PUT", $"{client.Drive}/items/{client.RootId}:/zero.txt:/content", empty);
        var made = await ReplayedClient.ReadAsync(put, 201);
        var dated = await client.AskAsync("PATCH", $"{client.Drive}/items/{client.RootId}:/zero.txt:", Dates);

        Assert.Equal("AAAAAAAAAAAAAAAAAAAAAAAAAAA=", made["file"]!["hashes"]!["quickXorHash"]!.GetValue<string>());
        Assert.StartsWith(
            "2020-09-13T12:26:41", dated["fileSystemInfo"]!["lastModifiedDateTime"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listing_FollowsEveryPage_AndNeverSeesAnEmptyOne()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        for (var number = 0; number < 14; number++)
        {
            client.State.WithFile($"many/f{number:D2}", [1]);
        }

        var names = new List<string>();
        var next = $"{client.Drive}/items/{client.State.FindItem("many")!.Id}/children?$top=7";
        while (next is not null)
        {
            var page = await client.GetAsync(next);
            Assert.Equal(7, page["value"]!.AsArray().Count);
            names.AddRange(page["value"]!.AsArray().Select(item => item!["name"]!.GetValue<string>()));
            next = page["@odata.nextLink"]?.GetValue<string>();
        }

        Assert.Equal(14, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(EmulatorDriveType.Business)]
    [InlineData(EmulatorDriveType.Personal)]
    public async Task Copy_OverAnExistingFile_IsWatchedWithoutAToken_AndLeavesOneFile(EmulatorDriveType driveType)
    {
        await using var client = await ReplayedClient.StartAsync(driveType);
        client.State.WithFile("t/a.txt", [1, 2]).WithFile("copy/b.txt", [9]);
        var (source, folder) = (client.State.FindItem("t/a.txt")!.Id, client.State.FindItem("copy")!.Id);
        var order = $$"""{"parentReference":{"driveId":"{{client.State.Id}}","id":"{{folder}}","path":"","driveType":""},"name":"b.txt"}""";
        using var content = new StringContent(order, Encoding.UTF8, "application/json");
        using var accepted = await client.SendAsync(
            "POST",
            $"{client.Drive}/items/{source}/copy?@microsoft.graph.conflictBehavior=replace",
            content,
            headers: [("Prefer", "respond-async")]);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(Uri.UriSchemeHttps, accepted.Headers.Location!.Scheme);

        var status = string.Empty;
        for (var poll = 0; poll < 5 && status != "completed"; poll++)
        {
            using var watched = await client.SendAsync("GET", accepted.Headers.Location.AbsoluteUri, withToken: false);
            Assert.True(watched.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{watched.StatusCode}");
            status = (await ReplayedClient.ReadAsync(watched, (int)watched.StatusCode))["status"]!.GetValue<string>();
        }

        Assert.Equal("completed", status);
        var dated = await client.AskAsync("PATCH", $"{client.Drive}/items/{folder}:/b.txt:", Dates);
        Assert.Equal(2, dated["size"]!.GetValue<long>());
        Assert.Single((await client.GetAsync($"{client.Drive}/items/{folder}/children?$top=1000"))["value"]!.AsArray());
    }

    [Fact]
    public async Task Move_TakesEmptyTextsForNotGiven()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        client.State.WithFile("a/x.txt", [1]).WithFolder("b");
        var (item, folder) = (client.State.FindItem("a/x.txt")!.Id, client.State.FindItem("b")!.Id);
        var moved = await client.AskAsync(
            "PATCH",
            $"{client.Drive}/items/{item}",
            $$"""{"parentReference":{"driveId":"{{client.State.Id}}","id":"{{folder}}","path":"","driveType":""},"name":"z.txt"}""");

        Assert.Equal(item, moved["id"]!.GetValue<string>());
        Assert.Equal(item, client.State.FindItem("b/z.txt")!.Id);
    }

    [Theory]
    [InlineData(EmulatorDriveType.Business)]
    [InlineData(EmulatorDriveType.Personal)]
    public async Task Cleanup_DeletesAllVersionsButTheFirstOfTheList(EmulatorDriveType driveType)
    {
        await using var client = await ReplayedClient.StartAsync(driveType);
        client.State.WithFile("a.txt", [1]).WithFile("a.txt", [1, 2]).WithFile("a.txt", [1, 2, 3]);
        var versions = $"{client.Drive}/items/{client.State.FindItem("a.txt")!.Id}/versions";
        var all = (await client.GetAsync(versions))["value"]!.AsArray();
        foreach (var version in all.Skip(1))
        {
            await client.AskAsync("DELETE", $"{versions}/{version!["id"]}", status: 204);
        }

        Assert.Equal(3, all.Count);
        Assert.Single((await client.GetAsync(versions))["value"]!.AsArray());
        Assert.Equal(3, client.State.FindItem("a.txt")!.Size);
    }

    [Fact]
    public async Task Link_OfABusinessDrive_HasEightParts()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        client.State.WithFile("a.txt", [1]);
        using var content = new StringContent("""{"type":"view","scope":"anonymous"}""", Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(
            "POST", $"{client.Drive}/items/{client.State.FindItem("a.txt")!.Id}/createLink", content);
        var link = await ReplayedClient.ReadAsync(response, 201);

        Assert.Equal(8, link["link"]!["webUrl"]!.GetValue<string>().Split('/').Length);
    }

    [Fact]
    public async Task Polling_BuildsItsAddressFromTheTokenAlone()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        var latest = await client.GetAsync($"{client.Drive}/root/delta?token=latest");
        client.State.WithFile("a/b.txt", [1]);
        var changes = await client.GetAsync($"{client.Drive}/root/delta?token={Token(latest)}");
        var none = await client.GetAsync($"{client.Drive}/root/delta?token={Token(changes)}");

        Assert.Empty(latest["value"]!.AsArray());
        Assert.Empty(none["value"]!.AsArray());
        var file = Assert.Single(changes["value"]!.AsArray(), item => item!["name"]!.GetValue<string>() == "b.txt")!;
        Assert.EndsWith("root:/a", file["parentReference"]!["path"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(client.State.FindItem("a")!.Id, file["parentReference"]!["id"]!.GetValue<string>());
    }

    private static string Token(System.Text.Json.Nodes.JsonNode answer) => new Uri(answer["@odata.deltaLink"]!.GetValue<string>())
        .Query.TrimStart('?').Split('&').Single(pair => pair.StartsWith("token=", StringComparison.Ordinal))["token=".Length..];
}
