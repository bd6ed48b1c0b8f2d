using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

public sealed class ChildrenTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    private EmulatorDrive Drive => _client.DriveState;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync(options => options.PageSize = 3);

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task List_OfAnEmptyFolder_HasNoNextLink()
    {
        var json = await ListAsync($"{_client.Drive}/root/children");

        Assert.Empty(json["value"]!.AsArray());
        Assert.False(json.AsObject().ContainsKey("@odata.nextLink"));
    }

    [Theory]
    [InlineData(0, "", 1)]
    [InlineData(3, "", 1)]
    [InlineData(4, "", 2)]
    [InlineData(6, "", 2)]
    [InlineData(7, "", 3)]
    [InlineData(7, "?$top=7", 1)]
    [InlineData(7, "?$top=2", 4)]
    [InlineData(7, "?top=6&$select=name", 2)]
    public async Task List_FollowingTheLinks_SeesEveryChildOnce(int count, string query, int expectedPages)
    {
        for (var index = 0; index < count; index++)
        {
            Drive.WithFile(string.Create(CultureInfo.InvariantCulture, $"file {index}.txt"), [1]);
        }

        var names = new List<string>();
        var pages = 0;
        var link = $"{_client.Emulator.Endpoint}{_client.Drive}/root/children{query}";
        while (link is not null)
        {
            var json = await ListAsync(link);
            names.AddRange(json["value"]!.AsArray().Select(item => item!["name"]!.GetValue<string>()));
            pages++;
            link = json["@odata.nextLink"]?.GetValue<string>();
        }

        Assert.Equal(expectedPages, pages);
        Assert.Equal(Enumerable.Range(0, count).Select(index => $"file {index}.txt"), names);
    }

    [Theory]
    [InlineData("name", "a b c")]
    [InlineData("name desc", "c b a")]
    [InlineData("size", "c a b")]
    [InlineData("size%20DESC", "b a c")]
    [InlineData("lastModifiedDateTime asc", "b c a")]
    public async Task List_WithOrderBy_IsInThatOrder(string orderBy, string expected)
    {
        var clock = new MovableClock();
        await using var client = await EmulatorClient.StartAsync(options => options.TimeProvider = clock);
        foreach (var (name, size) in new[] { ("b", 3), ("c", 1), ("a", 2) })
        {
            client.DriveState.WithFile(name, new byte[size]);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        using var response = await client.GetAsync($"{client.Drive}/root/children?$orderby={orderBy}");
        var json = await EmulatorClient.ReadJsonAsync(response);

        Assert.Equal(expected, string.Join(' ', json["value"]!.AsArray().Select(item => item!["name"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("$orderby=color")]
    [InlineData("$orderby=name sideways")]
    [InlineData("$orderby=name asc desc")]
    [InlineData("$top=0")]
    [InlineData("$top=-1")]
    [InlineData("$top=many")]
    [InlineData("$skiptoken=nonsense")]
    [InlineData("$skiptoken=")]
    [InlineData("$skiptoken=%00")]
    public async Task List_WithAWrongOption_Answers400(string query)
    {
        using var response = await _client.GetAsync($"{_client.Drive}/root/children?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task List_BehindAProxy_LinksToWhatTheClientSees()
    {
        Drive.WithFolder("1").WithFolder("2").WithFolder("3").WithFile("4", [1]);
        using var response = await _client.GetAsync(
            $"{_client.Drive}/root/children?$top=3", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "graph.microsoft.com"));
        var json = await EmulatorClient.ReadJsonAsync(response);
        using var file = await _client.GetAsync($"{_client.Drive}/root:/4", ("X-Forwarded-Host", "graph.microsoft.com, other"));

        Assert.StartsWith("https://graph.microsoft.com/v1.0/", json["@odata.nextLink"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith(
            "http://graph.microsoft.com/",
            (await EmulatorClient.ReadJsonAsync(file))["@microsoft.graph.downloadUrl"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfAFile_Answers200AndNothing()
    {
        Drive.WithFile("a.txt", [1]);

        Assert.Empty((await ListAsync($"{_client.Drive}/root:/a.txt:/children"))["value"]!.AsArray());
    }

    [Fact]
    public async Task Create_MakesAFolder()
    {
        using var response = await CreateAsync("""{"name":"New","folder":{},"description":"words"}""");
        var json = await EmulatorClient.ReadJsonAsync(response);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("New", json["name"]!.GetValue<string>());
        Assert.Equal(0, json["folder"]!["childCount"]!.GetValue<int>());
        Assert.True(Drive.FindItem("new")!.IsFolder);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""
        ,"@microsoft.graph.conflictBehavior":"fail"
        """)]
    public async Task Create_OverAnExistingFolder_Answers409(string conflict)
    {
        Drive.WithFolder("Taken");
        using var response = await CreateAsync($$"""{"folder":{},"name":"taken"{{conflict}} }""");

        await EmulatorClient.AssertErrorAsync(response, 409, "nameAlreadyExists");
    }

    [Fact]
    public async Task Create_WithRename_FindsAFreeName()
    {
        Drive.WithFolder("Taken").WithFolder("Taken 1");
        using var response = await CreateAsync("""{"name":"Taken","folder":{},"@microsoft.graph.conflictBehavior":"rename"}""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.NotNull(Drive.FindItem("Taken 2"));
    }

    [Fact]
    public async Task Create_WithReplace_KeepsTheFolderAndItsContent()
    {
        Drive.WithFile("Taken/a.txt", [1]);
        using var response = await CreateAsync("""{"name":"Taken","folder":{},"@microsoft.graph.conflictBehavior":"replace"}""");

        Assert.True(response.IsSuccessStatusCode);
        Assert.NotNull(Drive.FindItem("Taken/a.txt"));
    }

    [Theory]
    [InlineData("con")]
    [InlineData("a*b")]
    [InlineData("a:b")]
    [InlineData("a|b")]
    [InlineData("a<b")]
    [InlineData("a/b")]
    [InlineData("a.")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("~$a")]
    [InlineData("a_vti_b")]
    [InlineData("a\\u0000b")]
    [InlineData("a\\ud800")]
    public async Task Create_WithAReservedName_Answers400(string name)
    {
        using var response = await CreateAsync($$"""{"folder":{},"name":"{{name}}"}""");

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
        Assert.Empty(Drive.ListItems());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"folder":{}}""")]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"name":1,"folder":{}}""")]
    [InlineData("""{"name":"x","folder":[]}""")]
    [InlineData("""{"name":"x","folder":{},"@microsoft.graph.conflictBehavior":"perhaps"}""")]
    public async Task Create_WithABodyThatMakesNoSense_Answers400(string body)
    {
        using var response = await CreateAsync(body);

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
    }

    [Fact]
    public async Task Create_InAFile_Answers404()
    {
        Drive.WithFile("a.txt", [1]);
        using var response = await _client.PostAsync($"{_client.Drive}/root:/a.txt:/children", """{"name":"x","folder":{}}""");

        await EmulatorClient.AssertErrorAsync(response, 404, "itemNotFound");
    }

    [Fact]
    public async Task Create_OfAPathThatIsTooLong_Answers400WithItsCode()
    {
        var folder = string.Join('/', Enumerable.Repeat(new string('f', 99), 3));
        Drive.WithFolder(folder);
        using var longest = await _client.PostAsync(
            $"{_client.Drive}/root:/{folder}:/children",
            $$"""{"folder":{},"name":"{{new string('n', 100)}}"}""");
        using var tooLong = await _client.PostAsync(
            $"{_client.Drive}/root:/{folder}:/children",
            $$"""{"folder":{},"name":"{{new string('n', 101)}}"}""");
        using var address = await _client.GetAsync($"{_client.Drive}/root:/{folder}/{new string('n', 101)}");

        Assert.Equal(HttpStatusCode.Created, longest.StatusCode);
        await EmulatorClient.AssertErrorAsync(tooLong, 400, "invalidRequest", "pathIsTooLong");
        await EmulatorClient.AssertErrorAsync(address, 400, "invalidRequest", "pathIsTooLong");
    }

    private Task<HttpResponseMessage> CreateAsync(string body) => _client.PostAsync($"{_client.Drive}/root/children", body);

    private async Task<JsonNode> ListAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EmulatorClient.ReadJsonAsync(response);
    }
}
