using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Clients;

/// <summary>What the onedrive client for Linux asks, in its order and its words, and what it cannot do without in the answers.</summary>
public sealed class OneDriveClientTests
{
    private const string Selected =
        "select=id,name,eTag,cTag,deleted,file,folder,root,fileSystemInfo,remoteItem,parentReference,size";

    private const int FragmentSize = 10 * 1024 * 1024;

    [Theory]
    [InlineData(EmulatorDriveType.Business)]
    [InlineData(EmulatorDriveType.Personal)]
    public async Task Start_AsksForDriveAndRoot(EmulatorDriveType driveType)
    {
        await using var client = await StartAsync(driveType);
        var drive = await client.GetAsync($"{ReplayedClient.Graph}/me/drive");
        var root = await client.GetAsync($"{ReplayedClient.Graph}/me/drive/root");
        var quota = await client.GetAsync($"{client.Drive}/?select=quota");
        var again = await client.GetAsync($"{ReplayedClient.Graph}/me/drive/root:/:/?{Selected}");

        Assert.True(drive["quota"]!["remaining"]!.GetValue<long>() > 0);
        Assert.True(quota["quota"]!["remaining"]!.GetValue<long>() > 0);
        Assert.Equal("root", root["name"]!.GetValue<string>());
        Assert.NotNull(root["root"]);
        Assert.Equal(root["id"]!.GetValue<string>(), again["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(EmulatorDriveType.Business, 200)]
    [InlineData(EmulatorDriveType.Business, 2)]
    [InlineData(EmulatorDriveType.Personal, 3)]
    public async Task Changes_AreReadTwice_WithPaths_AndParentsFirst(EmulatorDriveType driveType, int pageSize)
    {
        await using var client = await StartAsync(driveType, pageSize);
        client.State.WithFile("a/b/c.txt", [1]).WithFile("a/d.txt", [2]).WithFolder("e");
        var (items, link) = await ReadChangesAsync(client, $"{client.Drive}/items/{client.RootId}/delta?{Selected}");

        Assert.Equal(6, items.Select(Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(items.Where(item => item["root"] is null), item => AssertComplete(client, items, item));
        var (none, idle) = await ReadChangesAsync(client, link);
        Assert.Empty(none);

        client.State.Delete("a");
        var (gone, _) = await ReadChangesAsync(client, idle);
        Assert.Equal(4, gone.Count);
        Assert.All(gone, item =>
        {
            Assert.NotNull(item["deleted"]);
            Assert.True(item["file"] is not null || item["folder"] is not null, "A client cannot tell what is gone.");
            Assert.NotNull(item["parentReference"]!["driveId"]);
            Assert.NotNull(item["parentReference"]!["id"]);
        });
    }

    [Fact]
    public async Task Changes_WithAForgottenToken_Are410_AndCanBeReadAnew()
    {
        await using var client = await StartAsync(EmulatorDriveType.Business);
        var (_, link) = await ReadChangesAsync(client, $"{client.Drive}/items/{client.RootId}/delta?{Selected}");
        using var spoilt = await client.SendAsync("GET", link[..^1] + "zz9bad");
        var error = await ReplayedClient.ReadAsync(spoilt, 410);

        Assert.Equal("resyncRequired", error["error"]!["code"]!.GetValue<string>());
        var (anew, _) = await ReadChangesAsync(client, spoilt.Headers.Location!.AbsoluteUri);
        Assert.NotEmpty(anew);
    }

    [Theory]
    [InlineData("root:/.%2Fdir%2Fsub%2Ffile.txt")]
    [InlineData("root:/dir%2Fsub%2Ffile.txt")]
    [InlineData("root:/dir/sub/file.txt:/")]
    public async Task Lookup_OfAPathInOnePiece_FindsTheFile(string path)
    {
        await using var client = await StartAsync(EmulatorDriveType.Business);
        client.State.WithFile("dir/sub/file.txt", [1]);
        var item = await client.GetAsync($"{client.Drive}/{path}?{Selected}");

        Assert.Equal("file.txt", item["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(EmulatorDriveType.Business)]
    [InlineData(EmulatorDriveType.Personal)]
    public async Task Upload_OfALargeFile_CanGoOnAfterAKilledRun(EmulatorDriveType driveType)
    {
        await using var client = await StartAsync(driveType);
        var content = Bytes.Of(FragmentSize + 3);
        await client.AskAsync("GET", $"{client.Drive}/root:/.%2Fbig.bin?{Selected}", status: 404);
        var session = await client.AskAsync(
            "POST",
            $"{client.Drive}/items/{client.RootId}:/big.bin:/createUploadSession",
            """{"item":{"@name.conflictBehavior":"replace","fileSystemInfo":{"lastModifiedDateTime":"2026-11-20T18:08:21.2756174Z"}}}""");
        var url = session["uploadUrl"]!.GetValue<string>();
        var taken = await client.PutFragmentAsync(url, content.AsMemory(0, FragmentSize), 0, content.Length, 202, withToken: false);
        var saved = await client.AskAsync("GET", url, withToken: false);
        var item = await client.PutFragmentAsync(url, content.AsMemory(FragmentSize), FragmentSize, content.Length, 201, withToken: false);

        Assert.NotNull(session["@odata.context"]);
        Assert.NotNull(session["nextExpectedRanges"]);
        foreach (var answer in (JsonNode[])[session, taken, saved])
        {
            Assert.EndsWith("Z", answer["expirationDateTime"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        Assert.Equal($"{FragmentSize}-", Assert.Single(taken["nextExpectedRanges"]!.AsArray())!.GetValue<string>());
        Assert.Equal($"{FragmentSize}-", Assert.Single(saved["nextExpectedRanges"]!.AsArray())!.GetValue<string>());
        Assert.Equal(content.Length, item["size"]!.GetValue<long>());
        Assert.Equal("2026-11-20T18:08:21.2756174Z", item["fileSystemInfo"]!["lastModifiedDateTime"]!.GetValue<string>());
    }

    [Fact]
    public async Task ChangedFile_IsReplacedUnderItsTags()
    {
        await using var client = await StartAsync(EmulatorDriveType.Business);
        client.State.WithFile("a.txt", [1]);
        var item = await client.GetAsync($"{client.Drive}/root:/.%2Fa.txt?{Selected}");
        var path = $"{client.Drive}/items/{Id(item)}";
        const string Date = """{"fileSystemInfo":{"lastModifiedDateTime":"2026-11-20T18:08:21.2756174Z"}}""";
        var dated = await client.AskAsync("PATCH", path, Date, headers: [("If-Match", item["cTag"]!.GetValue<string>())]);
        await client.AskAsync("PATCH", path, Date, 412, headers: [("If-Match", item["eTag"]!.GetValue<string>())]);
        await client.AskAsync(
            "POST",
            $"{client.Drive}/items/{client.RootId}:/a.txt:/createUploadSession",
            "{}",
            headers: [("If-Match", dated["eTag"]!.GetValue<string>())]);

        Assert.Equal(item["cTag"]!.GetValue<string>(), dated["cTag"]!.GetValue<string>());
    }

    [Fact]
    public async Task Folder_IsRenamedByItsPath_WithTheOldFormOfTheParent()
    {
        await using var client = await StartAsync(EmulatorDriveType.Business);
        client.State.WithFolder("dir/A");
        await client.AskAsync(
            "PATCH",
            $"{ReplayedClient.Graph}/me/drive/root:/dir%2FA",
            """{"name":"B","parentReference":{"path":"/drive/root:/dir"}}""");

        Assert.NotNull(client.State.FindItem("dir/B"));
    }

    [Fact]
    public async Task Download_GoesThroughTheRedirect_WithTheSizeAndHashOfTheItem()
    {
        await using var client = await StartAsync(EmulatorDriveType.Business);
        client.State.WithFile("a.bin", Bytes.Of(100));
        var path = $"{client.Drive}/items/{client.State.FindItem("a.bin")!.Id}";
        var item = await client.GetAsync($"{path}?select=size,malware,file,webUrl,lastModifiedBy,lastModifiedDateTime");
        var content = await client.DownloadAsync($"{path}/content?AVOverride=1", withToken: false);

        Assert.Equal(content.Length, item["size"]!.GetValue<int>());
        Assert.NotNull(item["file"]!["hashes"]!["quickXorHash"]);
        Assert.NotNull(item["lastModifiedBy"]!["user"]!["displayName"]);
        Assert.NotNull(item["lastModifiedBy"]!["user"]!["email"]);
    }

    [Fact]
    public async Task Children_HavePathsThatNameTheirFolder()
    {
        await using var client = await StartAsync(EmulatorDriveType.Business);
        client.State.WithFile("a/b.txt", [1]);
        var folder = await client.GetAsync($"{client.Drive}/root:/a?{Selected}");
        var children = await client.GetAsync($"{client.Drive}/items/{Id(folder)}/children?{Selected}");

        Assert.Equal(1, folder["folder"]!["childCount"]!.GetValue<int>());
        var path = Assert.Single(children["value"]!.AsArray())!["parentReference"]!["path"]!.GetValue<string>();
        Assert.Equal("/a", path.Split(':')[1]);
    }

    private static Task<ReplayedClient> StartAsync(EmulatorDriveType driveType, int pageSize = 200)
        => ReplayedClient.StartAsync(driveType, "bearer", pageSize);

    private static string Id(JsonNode item) => item["id"]!.GetValue<string>();

    /// <summary>Follows the links to the end; each is asked twice, as the client does, and must say the same twice.</summary>
    private static async Task<(List<JsonNode> Items, string Link)> ReadChangesAsync(ReplayedClient client, string url)
    {
        var items = new List<JsonNode>();
        while (true)
        {
            var page = await client.GetAsync(url);
            var again = await client.GetAsync(url);
            Assert.Equal(page["value"]!.AsArray().Select(item => Id(item!)), again["value"]!.AsArray().Select(item => Id(item!)));
            items.AddRange(page["value"]!.AsArray().Select(item => item!));
            if (page["@odata.deltaLink"] is { } link)
            {
                return (items, link.GetValue<string>());
            }

            url = page["@odata.nextLink"]!.GetValue<string>();
        }
    }

    private static void AssertComplete(ReplayedClient client, List<JsonNode> items, JsonNode item)
    {
        var parent = item["parentReference"]!;
        Assert.Equal(client.State.Id, parent["driveId"]!.GetValue<string>());
        Assert.StartsWith($"/drives/{client.State.Id}/root:", parent["path"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(item["fileSystemInfo"]!["lastModifiedDateTime"]);
        Assert.NotNull(item["eTag"]);
        var own = items.FindIndex(other => Id(other) == Id(item));
        Assert.InRange(items.FindIndex(other => Id(other) == parent["id"]!.GetValue<string>()), 0, own - 1);
    }
}
