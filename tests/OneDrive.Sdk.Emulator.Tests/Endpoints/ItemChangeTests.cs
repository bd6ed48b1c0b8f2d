using System.Globalization;
using System.Net;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

public sealed class ItemChangeTests : IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private EmulatorClient _client = null!;

    private EmulatorDrive Drive => _client.DriveState;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync(options => options.TimeProvider = _clock);

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Patch_RenamesAndChangesDatesAndDescription()
    {
        Drive.WithFile("a.txt", [1]);
        var before = Drive.FindItem("a.txt")!;
        using var response = await _client.PatchAsync(
            $"{_client.Drive}/items/{before.Id}",
            """{"name":"b.txt","description":"words","fileSystemInfo":{"lastModifiedDateTime":"2001-02-03T04:05:06Z"}}""");
        var after = Drive.FindItem("b.txt")!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("b.txt", (await EmulatorClient.ReadJsonAsync(response))["name"]!.GetValue<string>());
        Assert.Null(Drive.FindItem("a.txt"));
        Assert.Equal(before.Id, after.Id);
        Assert.Equal("words", after.Description);
        Assert.Equal(DateTimeOffset.Parse("2001-02-03T04:05:06Z", CultureInfo.InvariantCulture), after.FileSystemModified);
        Assert.Equal(before.FileSystemCreated, after.FileSystemCreated);
        Assert.NotEqual(before.ETag, after.ETag);
        Assert.Equal(before.CTag, after.CTag);
    }

    [Fact]
    public async Task Patch_OfTheCaseOfAName_IsARename()
    {
        Drive.WithFile("a.txt", [1]);
        using var response = await _client.PatchAsync($"{_client.Drive}/root:/a.txt", """{"name":"A.TXT"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("A.TXT", Drive.FindItem("a.txt")!.Name);
    }

    [Fact]
    public async Task Patch_OntoATakenName_Answers409()
    {
        Drive.WithFile("a.txt", [1]).WithFile("b.txt", [2]);
        using var response = await _client.PatchAsync($"{_client.Drive}/root:/a.txt", """{"name":"B.txt"}""");

        await EmulatorClient.AssertErrorAsync(response, 409, "nameAlreadyExists");
    }

    [Theory]
    [InlineData("""{"parentReference":{"id":"{id}"}}""")]
    [InlineData("""{"parentReference":{"id":"{id}","path":"","driveId":"","driveType":""},"name":"a.txt"}""")]
    [InlineData("""{"parentReference":{"path":"/drive/root:/target%20folder"}}""")]
    [InlineData("""{"parentReference":{"path":"/drives/x/root:/Target Folder"}}""")]
    public async Task Patch_OfTheParent_Moves(string body)
    {
        Drive.WithFile("a.txt", [1, 2]).WithFolder("target folder");
        using var response = await _client.PatchAsync(
            $"{_client.Drive}/root:/a.txt",
            body.Replace("{id}", Drive.FindItem("target folder")!.Id, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(Drive.FindItem("target folder/a.txt"));
        Assert.Null(Drive.FindItem("a.txt"));
        Assert.Equal(2, Drive.FindItem("target folder")!.Size);
    }

    [Theory]
    [InlineData("""{"parentReference":{"id":"root"}}""", 404, "itemNotFound")]
    [InlineData("""{"parentReference":{"id":"none"}}""", 404, "itemNotFound")]
    [InlineData("""{"parentReference":{"path":"/drive/root:/none"}}""", 404, "itemNotFound")]
    [InlineData("""{"parentReference":{"driveId":"another","id":"x"}}""", 400, "invalidRequest")]
    [InlineData("""{"parentReference":{"path":"/drive/root:/f/sub"}}""", 400, "invalidRequest")]
    [InlineData("""{"name":"a/b"}""", 400, "invalidRequest")]
    [InlineData("""{"name":""}""", 400, "invalidRequest")]
    [InlineData("""{"fileSystemInfo":{"lastModifiedDateTime":"yesterday"}}""", 400, "invalidRequest")]
    public async Task Patch_ThatCannotBeDone_ChangesNothing(string body, int status, string code)
    {
        Drive.WithFolder("f/sub");
        var before = Drive.FindItem("f")!;
        using var response = await _client.PatchAsync($"{_client.Drive}/root:/f", body);

        await EmulatorClient.AssertErrorAsync(response, status, code);
        Assert.Equal(before, Drive.FindItem("f"));
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Root_CannotBeRenamedOrDeleted(string method)
    {
        using var content = new StringContent("""{"name":"x"}""");
        using var response = await _client.SendAsync(new HttpMethod(method), $"{_client.Drive}/root", content);

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
    }

    [Fact]
    public async Task IfMatch_TakesEitherTagAndRefusesAnotherState()
    {
        Drive.WithFile("a.txt", [1]);
        var item = Drive.FindItem("a.txt")!;
        var path = $"{_client.Drive}/items/{item.Id}";
        using var stale = await _client.PatchAsync(
            path,
            """{"description":"x"}""",
            ("If-Match", "\"{00000000-0000-0000-0000-000000000000},1\""));
        using var byCTag = await _client.PatchAsync(path, """{"description":"y"}""", ("If-Match", item.CTag));
        using var oldETag = await _client.DeleteAsync(path, ("If-Match", item.ETag));
        using var listed = await _client.DeleteAsync(path, ("If-Match", $"{item.ETag}, {Drive.FindItem("a.txt")!.ETag}"));

        await EmulatorClient.AssertErrorAsync(stale, 412, "resourceModified", "entityTagDoesNotMatch");
        Assert.Equal(HttpStatusCode.OK, byCTag.StatusCode);
        await EmulatorClient.AssertErrorAsync(oldETag, 412, "resourceModified", "entityTagDoesNotMatch");
        Assert.Equal(HttpStatusCode.NoContent, listed.StatusCode);
    }

    [Theory]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/permanentDelete")]
    public async Task Delete_RemovesAFolderWithEverythingInIt(string method, string verb)
    {
        Drive.WithFile("f/g/a.txt", [1]);
        var file = Drive.FindItem("f/g/a.txt")!;
        using var response = await _client.SendAsync(
            new HttpMethod(method),
            $"{_client.Drive}/items/{Drive.FindItem("f")!.Id}{verb}",
            null);
        using var after = await _client.GetAsync($"{_client.Drive}/items/{file.Id}");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        Assert.Empty(Drive.ListItems());
        Assert.Equal(0, Drive.FindItem("")!.Size);
    }

    [Fact]
    public async Task PermanentDelete_OnAPersonalDrive_IsNotOffered()
    {
        var personal = _client.Emulator.AddUser(user => user.DriveType = EmulatorDriveType.Personal).WithFile("a.txt", [1]);
        using var response = await _client.PostAsync($"v1.0/drives/{personal.Drive.Id}/root:/a.txt:/permanentDelete", "");

        await EmulatorClient.AssertErrorAsync(response, 501, "notSupported");
        Assert.NotNull(personal.Drive.FindItem("a.txt"));
    }

    [Fact]
    public async Task Patch_WithReplace_OverwritesAFileButNeverAFolder()
    {
        Drive.WithFile("a.txt", [1]).WithFile("b.txt", [2, 2]).WithFolder("f");
        const string Body = """{"name":"{0}","@microsoft.graph.conflictBehavior":"replace"}""";
        using var overFolder = await _client.PatchAsync($"{_client.Drive}/root:/a.txt", Body.Replace("{0}", "f", StringComparison.Ordinal));
        using var overFile = await _client.PatchAsync(
            $"{_client.Drive}/root:/a.txt", Body.Replace("{0}", "b.txt", StringComparison.Ordinal));

        await EmulatorClient.AssertErrorAsync(overFolder, 409, "nameAlreadyExists");
        Assert.Equal(HttpStatusCode.OK, overFile.StatusCode);
        Assert.Equal([1], await Drive.ReadContentAsync("b.txt"));
        Assert.Equal(2, Drive.ListItems().Count);
    }
}
