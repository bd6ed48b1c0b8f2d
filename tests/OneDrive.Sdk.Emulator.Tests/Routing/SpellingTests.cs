using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Routing;

/// <summary>The same thing has many addresses in OData: each spelling leads to it.</summary>
public sealed class SpellingTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    private string DriveId => _client.DriveState.Id;

    public async Task InitializeAsync()
    {
        _client = await EmulatorClient.StartAsync();
        _client.DriveState
            .WithFile("docs/a.txt", [1])
            .WithFile("docs/a.txt", [1, 2])
            .WithFile("docs/items('x').txt", [3])
            .WithFile("docs/o'hara (1).jpg", [4]);
        _client.Token = _client.Emulator.IssueAccessToken(_client.Emulator.DefaultUser);
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("drives/{drive}/items/{file}")]
    [InlineData("drives('{drive}')/items('{file}')")]
    [InlineData("drives(%27{drive}%27)/items%28%27{file}%27%29")]
    [InlineData("drives(id='{drive}')/items({file})")]
    [InlineData("Drives('{drive}')/Items/{file}")]
    [InlineData("users('adele@contoso.example')/drive/items('{file}')")]
    [InlineData("me/drive/items('{folder}')/children('a.txt')")]
    [InlineData("me/drive/items/{folder}/children/{file}")]
    [InlineData("me/drive/items('{folder}'):/a.txt")]
    [InlineData("me/drive/items('{folder}'):/a.txt:")]
    [InlineData("ME/Drive/Root:/docs/a.txt")]
    [InlineData("me/drives('{drive}')/root:/docs/a.txt")]
    [InlineData("me/drive/items('{file}')/microsoft.graph.driveItem")]
    public async Task Item_IsFound_HoweverItsKeysAreWritten(string path)
    {
        var item = await GetAsync(path);

        Assert.Equal("a.txt", item["name"]!.GetValue<string>());
        Assert.NotNull(item["file"]);
    }

    [Theory]
    [InlineData("me/drive/root:/docs/items('x').txt", "items('x').txt")]
    [InlineData("me/drive/items/{folder}/children/items('x').txt", "items('x').txt")]
    [InlineData("me/drive/items('{folder}')/children('items(''x'').txt')", "items('x').txt")]
    [InlineData("me/drive/root:/docs/o'hara%20(1).jpg:", "o'hara (1).jpg")]
    [InlineData("me/drive/items('{folder}')/children('o'hara (1).jpg')", "o'hara (1).jpg")]
    [InlineData("me/drive/items('{folder}')/children('o''hara (1).jpg')", "o'hara (1).jpg")]
    public async Task Name_ThatLooksLikeAKey_IsAName(string path, string name)
        => Assert.Equal(name, (await GetAsync(path))["name"]!.GetValue<string>());

    [Theory]
    [InlineData("me/drive/recent")]
    [InlineData("me/drive/recent()")]
    [InlineData("me/drive/microsoft.graph.recent()")]
    [InlineData("me/drive/sharedWithMe()")]
    [InlineData("me/drive/SharedWithMe")]
    [InlineData("me/drive/root/delta()")]
    [InlineData("me/drive/root/microsoft.graph.delta")]
    [InlineData("me/drive/root/microsoft.graph.delta()")]
    [InlineData("me/drive/root/microsoft.graph.delta(token='latest')")]
    [InlineData("me/drive/root/delta(token=null)")]
    [InlineData("me/drive/root/delta(token=@token)?@token='latest'")]
    [InlineData("me/drive/root:/docs:/microsoft.graph.delta()")]
    [InlineData("drives('{drive}')/items('root')/microsoft.graph.delta()")]
    [InlineData("me/drive/search(q='a')")]
    [InlineData("me/drive/root/microsoft.graph.search(q='a')")]
    [InlineData("me/drive/root/Search(q = 'a')")]
    [InlineData("me/drive/root/search(q=@q)?@q='a'")]
    [InlineData("me/drive/root/search(q='docs/a')")]
    [InlineData("sites/getAllSites()")]
    [InlineData("sites/microsoft.graph.getAllSites()")]
    [InlineData("me/drive/items('{file}')/graph.getActivitiesByInterval(startDateTime='2024-01-01', endDateTime='2024-01-02', interval='day')")]
    public async Task Function_IsCalled_WithAndWithoutNamespaceAndParentheses(string path)
        => Assert.NotNull((await GetAsync(path))["value"]);

    [Theory]
    [InlineData("me/drive/items('{picture}')/thumbnails/0", "large")]
    [InlineData("me/drive/items('{picture}')/thumbnails('0')", "small")]
    [InlineData("me/drive/items('{picture}')/thumbnails('0')/medium", "url")]
    [InlineData("me/drive/items('{file}')/versions('1.0')", "lastModifiedDateTime")]
    [InlineData("me/drive/special('documents')", "specialFolder")]
    [InlineData("sites('root')", "siteCollection")]
    [InlineData("sites('sharepoint.contoso.example')/getByPath(path='/sites/Marketing')", "siteCollection")]
    [InlineData("sites/root/getByPath(path='sites/Marketing')/drive", "quota")]
    [InlineData("sites/root/lists('Documents')", "list")]
    [InlineData("sites/root/lists('Documents')/drive", "quota")]
    [InlineData("groups('{group}')/drive/root", "root")]
    public async Task Part_OfACollection_IsFoundByItsKey(string path, string property) => Assert.NotNull((await GetAsync(path))[property]);

    [Theory]
    [InlineData("me/drive/items('{file}')/microsoft.graph.createLink", """{"type":"view","scope":"organization"}""", 201)]
    [InlineData("me/drive/root:/docs/a.txt:/microsoft.graph.createLink", """{"type":"view","scope":"organization"}""", 201)]
    [InlineData("me/drive/items('{file}')/microsoft.graph.copy", """{"name":"b.txt"}""", 202)]
    [InlineData("me/drive/items('{folder}'):/new.bin:/microsoft.graph.createUploadSession", "{}", 200)]
    [InlineData("me/drive/root:/docs/new.bin:/microsoft.graph.createUploadSession()", "{}", 200)]
    [InlineData("drives('{drive}')/items('{file}')/microsoft.graph.checkout", "{}", 204)]
    [InlineData("drives('{drive}')/items('{folder}')/children", """{"name":"new","folder":{}}""", 201)]
    [InlineData("drives('{drive}')/items('{file}')/microsoft.graph.preview", "{}", 200)]
    public async Task Action_IsCarriedOut_WithAndWithoutNamespace(string path, string body, int status)
    {
        using var response = await _client.PostAsync("v1.0/" + Fill(path), body);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Content_IsRead_ByTheKeyOfAChild()
    {
        using var response = await _client.GetAsync("v1.0/" + Fill("me/drive/items('{folder}')/children('a.txt')/content"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Theory]
    [InlineData("me/drive/root/children/$count", "1")]
    [InlineData("me/drive/items('{folder}')/children/%24count", "3")]
    [InlineData("me/drive/root/search(q='a')/$count", "2")]
    public async Task Count_OfACollection_IsANumber(string path, string expected)
    {
        using var response = await _client.GetAsync("v1.0/" + Fill(path));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("me/drive/items('{file}')/$count")]
    [InlineData("me/drive/nonsense()")]
    [InlineData("me/drive/root/microsoft.graph.nonsense(a='b')")]
    [InlineData("me/drive/root/search(q=@missing)")]
    public async Task Nonsense_Answers400(string path)
    {
        using var response = await _client.GetAsync("v1.0/" + Fill(path));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Beta_IsAnsweredAsV1_AndSaysSo()
    {
        using var beta = await _client.GetAsync("beta/me/drive/root/children?$top=1");
        using var stable = await _client.GetAsync("v1.0/me/drive/root/children");
        using var missing = await _client.GetAsync("beta/me/drive/root:/missing");

        Assert.Equal(HttpStatusCode.OK, beta.StatusCode);
        Assert.Equal("v1.0", beta.Headers.GetValues("x-emulator-answered-as").Single());
        Assert.False(stable.Headers.Contains("x-emulator-answered-as"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        const string Steps =
            """{"requests":[{"id":"1","method":"GET","url":"/me/drive"},{"id":"2","method":"GET","url":"/v1.0/me/drive"}]}""";
        using var batch = await _client.PostAsync("beta/$batch", Steps);
        Assert.All(
            (await EmulatorClient.ReadJsonAsync(batch))["responses"]!.AsArray(),
            step => Assert.Equal(200, step!["status"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Copy_WithANameOnly_StaysInTheFolder()
    {
        using var response = await _client.PostAsync("v1.0/" + Fill("me/drive/items/{file}/copy"), """{"name":"b.txt"}""");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.NotNull(_client.DriveState.FindItem("docs/b.txt"));
    }

    [Fact]
    public async Task Bundle_ListsItsChildren_ThroughItemsToo()
    {
        await using var personal = await EmulatorClient.StartAsync(options => options.DriveType = EmulatorDriveType.Personal);
        personal.DriveState.WithFile("a.txt", [1]);
        var file = personal.DriveState.FindItem("a.txt")!.Id;
        using var made = await personal.PostAsync(
            $"{personal.Drive}/bundles", $$"""{"name":"B","bundle":{},"children":[{"id":"{{file}}"}]}""");
        var bundle = (await EmulatorClient.ReadJsonAsync(made))["id"]!.GetValue<string>();

        foreach (var path in (string[])[$"items/{bundle}/children", $"items('{bundle}')/children", $"bundles('{bundle}')/children"])
        {
            using var children = await personal.GetAsync($"{personal.Drive}/{path}");
            Assert.Equal(file, (await EmulatorClient.ReadJsonAsync(children))["value"]!.AsArray().Single()!["id"]!.GetValue<string>());
        }

        using var expanded = await personal.GetAsync($"{personal.Drive}/items/{bundle}?$expand=children($select=id)");
        Assert.Equal($"[{{\"id\":\"{file}\"}}]", (await EmulatorClient.ReadJsonAsync(expanded))["children"]!.ToJsonString());
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var response = await _client.GetAsync("v1.0/" + Fill(path));
        Assert.True(response.IsSuccessStatusCode, $"{path}: {await response.Content.ReadAsStringAsync()}");
        return await EmulatorClient.ReadJsonAsync(response);
    }

    private string Fill(string path) => path
        .Replace("{drive}", DriveId, StringComparison.Ordinal)
        .Replace("{folder}", _client.DriveState.FindItem("docs")!.Id, StringComparison.Ordinal)
        .Replace("{file}", _client.DriveState.FindItem("docs/a.txt")!.Id, StringComparison.Ordinal)
        .Replace("{picture}", _client.DriveState.FindItem("docs/o'hara (1).jpg")!.Id, StringComparison.Ordinal)
        .Replace("{group}", _client.Emulator.DefaultGroup.Id, StringComparison.Ordinal);
}
