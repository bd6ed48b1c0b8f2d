using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

public sealed class ItemTests : IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private EmulatorClient _client = null!;

    private EmulatorDrive Drive => _client.DriveState;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync(options => options.TimeProvider = _clock);

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Get_OfTheRoot_HasRootAndFolderFacetsAndNoParentId()
    {
        var json = await GetJsonAsync($"{_client.Drive}/root");

        Assert.Equal("root", json["name"]!.GetValue<string>());
        Assert.NotNull(json["root"]);
        Assert.NotNull(json["folder"]);
        Assert.Null(json["parentReference"]!["id"]);
        Assert.Equal(Drive.Id, json["parentReference"]!["driveId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Get_OfAFile_HasEverythingRealClientsRead()
    {
        Drive.WithFile("a b/ä#%.txt", "hello"u8.ToArray());
        var json = await GetJsonAsync($"{_client.Drive}/root:/a%20b/%C3%A4%23%25.txt");

        Assert.Equal("ä#%.txt", json["name"]!.GetValue<string>());
        Assert.Equal(5, json["size"]!.GetValue<long>());
        Assert.Equal("text/plain", json["file"]!["mimeType"]!.GetValue<string>());
        Assert.Equal("aCgDG9jwBgAAAAAABQAAAAAAAAA=", json["file"]!["hashes"]!["quickXorHash"]!.GetValue<string>());
        Assert.Null(json["folder"]);
        Assert.Equal("2026-03-04T05:06:07.2500000Z", json["lastModifiedDateTime"]!.GetValue<string>());
        Assert.Equal("2026-03-04T05:06:07.2500000Z", json["fileSystemInfo"]!["lastModifiedDateTime"]!.GetValue<string>());
        Assert.Equal($"/drives/{Drive.Id}/root:/a%20b", json["parentReference"]!["path"]!.GetValue<string>());
        Assert.Equal("a b", json["parentReference"]!["name"]!.GetValue<string>());
        Assert.Equal(Drive.FindItem("a b")!.Id, json["parentReference"]!["id"]!.GetValue<string>());
        Assert.Equal("business", json["parentReference"]!["driveType"]!.GetValue<string>());
        Assert.Equal("Adele Vance", json["createdBy"]!["user"]!["displayName"]!.GetValue<string>());
        Assert.NotNull(json["lastModifiedBy"]!["application"]);
        Assert.NotNull(json["eTag"]);
        Assert.NotNull(json["cTag"]);
        Assert.NotNull(json["webUrl"]);
        Assert.NotNull(json["@odata.context"]);
        Assert.NotNull(json["@microsoft.graph.downloadUrl"]);
        Assert.DoesNotContain("null", json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAnEmptyFile_HasNoHash()
    {
        Drive.WithFile("empty.txt", []);
        var json = await GetJsonAsync($"{_client.Drive}/root:/empty.txt");

        Assert.NotNull(json["file"]);
        Assert.Null(json["file"]!["hashes"]);
        Assert.Equal(0, json["size"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("root:/t/a.txt")]
    [InlineData("root:/t/a.txt:")]
    [InlineData("root:/t/a.txt:/")]
    [InlineData("root:/T/A.TXT")]
    [InlineData("root:/t%2Fa.txt")]
    [InlineData("root:/.%2Ft%2Fa.txt")]
    [InlineData("root:/t//a.txt")]
    [InlineData("items/root:/t/a.txt")]
    [InlineData("items/{t}:/a.txt")]
    [InlineData("items/{t}:/a.txt:")]
    [InlineData("items/{t}/children/a.txt")]
    [InlineData("items/{a}")]
    [InlineData("items/{a}/")]
    [InlineData("items/{a}:")]
    [InlineData("items/{a}:/")]
    [InlineData("ITEMS/{a}")]
    public async Task Get_FindsTheFile_ByEachFormOfItsAddress(string address)
    {
        Drive.WithFile("t/a.txt", [1]);
        var path = address
            .Replace("{t}", Drive.FindItem("t")!.Id, StringComparison.Ordinal)
            .Replace("{a}", Drive.FindItem("t/a.txt")!.Id, StringComparison.Ordinal);
        var json = await GetJsonAsync($"{_client.Drive}/{path}");

        Assert.Equal("a.txt", json["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("a~b$c@d%21e%5Ef.txt", "a~b$c@d!e^f.txt")]
    [InlineData("plus+and=eq,semi;.txt", "plus+and=eq,semi;.txt")]
    [InlineData("100%25%20x", "100% x")]
    [InlineData("50%2520.txt", "50%20.txt")]
    [InlineData("it's%20(1).txt", "it's (1).txt")]
    public async Task Get_DecodesThePathExactlyOnce(string encoded, string name)
    {
        Drive.WithFile(name, [1]);
        using var response = await _client.GetAsync($"{_client.Drive}/root:/{encoded}");

        Assert.Equal(name, (await EmulatorClient.ReadJsonAsync(response))["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("root:/none")]
    [InlineData("root:/a.txt/x")]
    [InlineData("items/none")]
    [InlineData("items/none:/a.txt")]
    [InlineData("items/none/children")]
    [InlineData("root:/none:/children")]
    [InlineData("root:/none:/content")]
    public async Task Get_OfSomethingThatIsNotThere_Answers404(string address)
    {
        Drive.WithFile("a.txt", [1]);
        using var response = await _client.GetAsync($"{_client.Drive}/{address}");

        await EmulatorClient.AssertErrorAsync(response, 404, "itemNotFound");
    }

    [Fact]
    public async Task Get_WithSelect_AnswersTheChosenPropertiesOnly()
    {
        Drive.WithFile("a.txt", [1]);
        foreach (var option in new[] { "$select", "select", "%24SELECT" })
        {
            var json = await GetJsonAsync($"{_client.Drive}/root:/a.txt?{option}=id,size");
            Assert.Equal(["@odata.context", "id", "size"], json.AsObject().Select(property => property.Key));
        }

        var url = await GetJsonAsync($"{_client.Drive}/root:/a.txt?select=id,@microsoft.graph.downloadUrl");
        Assert.NotNull(url["@microsoft.graph.downloadUrl"]);
    }

    [Fact]
    public async Task Get_WithTheKnownTag_Answers304()
    {
        Drive.WithFile("a.txt", [1]);
        using var response = await _client.GetAsync($"{_client.Drive}/root:/a.txt", ("If-None-Match", Drive.FindItem("a.txt")!.ETag));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Fact]
    public async Task Head_AnswersHeadersOnly()
    {
        using var response = await _client.SendAsync(HttpMethod.Head, $"{_client.Drive}/root", null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("approot", "Apps/Emulated application")]
    [InlineData("documents", "Documents")]
    [InlineData("cameraroll", "Pictures/Camera Roll")]
    public async Task SpecialFolder_IsCreatedWhenAskedFor(string name, string path)
    {
        var json = await GetJsonAsync($"{_client.Drive}/special/{name}");
        Assert.Equal(name, json["specialFolder"]!["name"]!.GetValue<string>());
        Assert.Equal(Drive.FindItem(path)!.Id, json["id"]!.GetValue<string>());

        using var put = await _client.PutAsync($"{_client.Drive}/special/{name}:/x/y.txt:/content", [1]);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.NotNull(Drive.FindItem(path + "/x/y.txt"));
    }

    [Fact]
    public async Task SpecialFolder_OfAnUnknownName_Answers400()
    {
        using var response = await _client.GetAsync($"{_client.Drive}/special/kitchen");

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
    }

    [Fact]
    public async Task CTag_OfAPersonalFolder_ChangesWithItsDescendants_AndABusinessFolderHasNone()
    {
        var personal = _client.Emulator.AddUser(user => user.DriveType = EmulatorDriveType.Personal);
        personal.WithFolder("f/g");
        var before = await GetJsonAsync($"v1.0/drives/{personal.Drive.Id}/root:/f");
        personal.WithFile("f/g/a.txt", [1]);
        var after = await GetJsonAsync($"v1.0/drives/{personal.Drive.Id}/root:/f");

        Assert.NotEqual(before["cTag"]!.GetValue<string>(), after["cTag"]!.GetValue<string>());
        Assert.Equal(before["eTag"]!.GetValue<string>(), after["eTag"]!.GetValue<string>());
        Assert.Null((await GetJsonAsync($"{_client.Drive}/root"))["cTag"]);
    }

    private async Task<JsonNode> GetJsonAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EmulatorClient.ReadJsonAsync(response);
    }
}
