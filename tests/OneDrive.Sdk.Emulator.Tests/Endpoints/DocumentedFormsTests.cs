using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

/// <summary>Forms of requests and answers that pages of the documentation show, and few clients use.</summary>
public sealed class DocumentedFormsTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Post_WithAMethodOverride_IsThatMethod()
    {
        _client.DriveState.WithFile("a.txt", [1]);
        using var response = await _client.PostAsync($"{_client.Drive}/root:/a.txt", "{}", ("X-HTTP-Method-Override", "DELETE"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Null(_client.DriveState.FindItem("a.txt"));
    }

    [Fact]
    public async Task Picture_HasTheFacetOfOne_AndExpandsItsThumbnails()
    {
        _client.DriveState.WithFile("a.jpg", [1]).WithFile("a.txt", [1]);
        var picture = await GetAsync($"{_client.Drive}/root:/a.jpg?$expand=thumbnails");
        var text = await GetAsync($"{_client.Drive}/root:/a.txt?$expand=thumbnails");

        Assert.NotNull(picture["image"]);
        Assert.Single(picture["thumbnails"]!.AsArray());
        Assert.Null(text["image"]);
    }

    [Fact]
    public async Task List_IsFoundAtItsSite_ByTheIdThatItsDriveTells()
    {
        var library = _client.Emulator.DefaultGroup.Drive;
        var site = (await GetAsync("v1.0/sites?search=*"))["value"]![0]!["id"]!.GetValue<string>();
        var list = (await GetAsync($"v1.0/drives/{library.Id}/list"))["id"]!.GetValue<string>();
        library.WithFile("a.txt", [1]);

        Assert.NotEmpty((await GetAsync($"v1.0/sites/{site}/lists/{list}/items"))["value"]!.AsArray());
        Assert.NotNull((await GetAsync($"v1.0/sites/{site}/drives/{library.Id}/root:/a.txt"))["file"]);
    }

    [Fact]
    public async Task Permission_OfAnInvitedPerson_SaysWhatIsOldInIt()
    {
        var colleague = _client.Emulator.AddUser();
        _client.DriveState.WithFile("a.txt", [1]);
        using var response = await _client.PostAsync(
            $"{_client.Drive}/root:/a.txt:/invite",
            $$"""{"recipients":[{"email":"{{colleague.Mail}}"}],"roles":["read"],"requireSignIn":true}""");
        var permission = (await EmulatorClient.ReadJsonAsync(response))["value"]![0]!;

        Assert.StartsWith("GrantedTo", permission["@deprecated.GrantedTo"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(permission["hasPassword"]!.GetValue<bool>());
    }

    [Fact]
    public async Task File_IsFetchedFromAnAddress_AndWatched()
    {
        await using var personal = await EmulatorClient.StartAsync(
            options => (options.DriveType, options.CopyPolls) = (EmulatorDriveType.Personal, 0));
        personal.DriveState.WithFile("source.txt", [1, 2, 3]);
        using var source = await personal.GetAsync($"{personal.Drive}/root:/source.txt:/content");
        using var good = await personal.PostAsync(
            $"{personal.Drive}/root/children",
            $$"""{"@microsoft.graph.sourceUrl":"{{source.Headers.Location}}","name":"copy.txt","file":{} }""");
        using var bad = await personal.PostAsync(
            $"{personal.Drive}/root/children",
            $$"""{"@content.sourceUrl":"{{personal.Emulator.Endpoint}}nothing","name":"bad.txt","file":{} }""");
        using var wrong = await personal.PostAsync(
            $"{personal.Drive}/root/children", """{"@content.sourceUrl":"file:///etc/passwd","name":"bad.txt","file":{} }""");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (good.StatusCode, bad.StatusCode));
        personal.DriveState.VerifyFile("copy.txt", [1, 2, 3]).VerifyNothing("bad.txt");
        using var state = await personal.SendAnonymouslyAsync(HttpMethod.Get, bad.Headers.Location!.AbsoluteUri);
        Assert.Equal("failed", (await EmulatorClient.ReadJsonAsync(state))["status"]!.GetValue<string>());
        await EmulatorClient.AssertErrorAsync(wrong, 400, "invalidRequest");
    }

    [Fact]
    public async Task Search_TellsHowMuchItFound()
    {
        _client.DriveState.WithFile("a 1.txt", [1]).WithFile("a 2.txt", [1]);
        var found = await GetAsync($"{_client.Drive}/root/search(q='a')?$top=1");

        Assert.Equal(2, found["@search.approximateCount"]!.GetValue<int>());
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EmulatorClient.ReadJsonAsync(response);
    }
}
