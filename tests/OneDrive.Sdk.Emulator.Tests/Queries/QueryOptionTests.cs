using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Queries;

/// <summary>Query options are answered where they are documented, and refused elsewhere.</summary>
public sealed class QueryOptionTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = await EmulatorClient.StartAsync();
        _client.DriveState
            .WithFile("invoice 1.pdf", new byte[100])
            .WithFile("Invoice 2.txt", new byte[5000])
            .WithFile("picture.jpg", new byte[20])
            .WithFile("archive/a.txt", [1])
            .WithFile("archive/b.txt", [1, 2]);
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("startswith(name,'in')", "invoice 1.pdf|Invoice 2.txt")]
    [InlineData("startsWith(name, 'INVOICE')", "invoice 1.pdf|Invoice 2.txt")]
    [InlineData("endswith(name,'.txt')", "Invoice 2.txt")]
    [InlineData("contains(name,'voice')", "invoice 1.pdf|Invoice 2.txt")]
    [InlineData("contains(tolower(name),'invoice 2')", "Invoice 2.txt")]
    [InlineData("not contains(name,'voice')", "archive|picture.jpg")]
    [InlineData("not(folder ne null) and size lt 1000", "invoice 1.pdf|picture.jpg")]
    [InlineData("name in ('archive','picture.jpg')", "archive|picture.jpg")]
    [InlineData("folder ne null", "archive")]
    [InlineData("file/mimeType eq 'image/jpeg'", "picture.jpg")]
    [InlineData("file ne null and (size gt 1000 or image ne null)", "Invoice 2.txt|picture.jpg")]
    [InlineData("length(name) eq 11", "picture.jpg")]
    [InlineData("indexof(name,'2') ge 0", "Invoice 2.txt")]
    [InlineData("substring(name,0,3) eq 'pic'", "picture.jpg")]
    [InlineData("concat(name,'!') eq 'archive!'", "archive")]
    [InlineData("lastModifiedDateTime gt 2020-01-01", "archive|invoice 1.pdf|Invoice 2.txt|picture.jpg")]
    [InlineData("createdDateTime lt 2020-01-01T00:00:00+02:00", "")]
    [InlineData("year(createdDateTime) ge 2024 and size le 20 and file ne null", "picture.jpg")]
    [InlineData("createdBy/application/displayName eq 'Emulated application' and name eq 'archive'", "archive")]
    [InlineData("name EQ 'archive'", "archive")]
    [InlineData("name eq 'o''hara'", "")]
    public async Task Children_WithAFilter_AreTheMatchingOnes(string filter, string expected)
    {
        var json = await GetAsync($"{_client.Drive}/root/children?$orderby=name&$filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(expected, string.Join('|', json["value"]!.AsArray().Select(item => item!["name"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("$filter=nonsense eq 1")]
    [InlineData("$filter=nonsense(name)")]
    [InlineData("$filter=startswith(name)")]
    [InlineData("$filter=name eq")]
    [InlineData("$filter=name eq 'a")]
    [InlineData("$filter=name foo 'a'")]
    [InlineData("$filter=(name eq 'a'")]
    [InlineData("$filter=")]
    [InlineData("$orderby=nonsense")]
    [InlineData("$orderby=name sideways")]
    [InlineData("$orderby=eTag")]
    [InlineData("$expand=nonsense")]
    [InlineData("$expand=children(")]
    [InlineData("$expand=children($filter=name eq 'a')")]
    [InlineData("$top=0")]
    [InlineData("$top=-1")]
    [InlineData("$top=ten")]
    [InlineData("$top=1&$top=2")]
    [InlineData("$skip=1")]
    [InlineData("skip=1")]
    [InlineData("$skip=0")]
    [InlineData("$search=a")]
    [InlineData("$apply=aggregate($count as n)")]
    [InlineData("$compute=size mul 2 as twice")]
    [InlineData("$nonsense=1")]
    [InlineData("$count=maybe")]
    public async Task Children_WithAnOptionThatIsNotSupported_Answers400(string query)
    {
        using var response = await _client.GetAsync($"{_client.Drive}/root/children?{query}");

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest", "invalidQueryOption");
    }

    [Theory]
    [InlineData("", "$filter=name eq 'a'")]
    [InlineData("/root", "$top=1")]
    [InlineData("/root", "$orderby=name")]
    [InlineData("/root", "$count=true")]
    [InlineData("/root", "$skip=1")]
    [InlineData("/root/delta", "$orderby=name")]
    [InlineData("/root/delta", "$filter=name eq 'a'")]
    [InlineData("/root/permissions", "$filter=id eq 'a'")]
    [InlineData("/root/permissions", "$select=nonsense")]
    [InlineData("", "$select=nonsense")]
    [InlineData("/root:/picture.jpg:/versions", "$orderby=id")]
    public async Task Address_WithAnOptionThatItDoesNotTake_Answers400(string path, string query)
    {
        using var response = await _client.GetAsync($"{_client.Drive}{path}?{query}");

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest", "invalidQueryOption");
    }

    [Theory]
    [InlineData("users", "$skip=1")]
    [InlineData("users", "$count=true")]
    [InlineData("users/$count", "")]
    [InlineData("users", "$search=\"displayName:adele\"")]
    [InlineData("users", "$select=nonsense")]
    [InlineData("users", "$orderby=nonsense")]
    [InlineData("me", "$filter=id eq 'a'")]
    [InlineData("groups", "$filter=contains(displayName,'a')")]
    public async Task Directory_WithAnOptionThatItDoesNotTake_Answers400(string path, string query)
    {
        using var response = await _client.GetAsync($"v1.0/{path}?{query}");

        await EmulatorClient.AssertErrorAsync(response, 400, "Request_UnsupportedQuery");
    }

    [Fact]
    public async Task Directory_WithConsistencyLevelEventual_TakesAdvancedQueries()
    {
        _client.Emulator.AddUser(user => user.UserPrincipalName = "zoe@contoso.example");
        var found = await GetAsync(
            "v1.0/users?$count=true&$filter=endsWith(mail,'.example')&$orderby=mail desc&$top=1", ("ConsistencyLevel", "eventual"));
        using var count = await _client.GetAsync("v1.0/users/$count", ("ConsistencyLevel", "eventual"));

        Assert.Equal(2, found["@odata.count"]!.GetValue<int>());
        Assert.Equal("zoe@contoso.example", found["value"]![0]!["mail"]!.GetValue<string>());
        Assert.Equal("2", await count.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("size desc,name", "Invoice 2.txt|invoice 1.pdf|picture.jpg|archive")]
    [InlineData("name desc", "picture.jpg|Invoice 2.txt|invoice 1.pdf|archive")]
    public async Task Children_AreOrdered(string orderBy, string expected)
    {
        var json = await GetAsync($"{_client.Drive}/root/children?$orderby={orderBy}");

        Assert.Equal(expected, string.Join('|', json["value"]!.AsArray().Select(item => item!["name"]!.GetValue<string>())));
    }

    [Fact]
    public async Task Pages_OfAFilteredList_GoTogether_AndCountEverything()
    {
        var first = await GetAsync($"{_client.Drive}/root/children?$filter=file ne null&$orderby=name&$top=2&$count=true&$select=name");
        var second = await GetAsync(first["@odata.nextLink"]!.GetValue<string>());

        Assert.Equal(3, first["@odata.count"]!.GetValue<int>());
        Assert.Equal(3, second["@odata.count"]!.GetValue<int>());
        Assert.Equal("""[{"name":"invoice 1.pdf"},{"name":"Invoice 2.txt"}]""", first["value"]!.ToJsonString());
        Assert.Equal("""[{"name":"picture.jpg"}]""", second["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Expand_HasOptionsOfItsOwn()
    {
        var folder = await GetAsync($"{_client.Drive}/root:/archive?select=id&expand=children(select=name;top=1),thumbnails");
        var whole = await GetAsync($"{_client.Drive}/root/children?$expand=children($select=name)&$filter=folder ne null");

        Assert.Equal("""[{"name":"a.txt"}]""", folder["children"]!.ToJsonString());
        Assert.Null(folder["name"]);
        Assert.Equal("""[{"name":"a.txt"},{"name":"b.txt"}]""", whole["value"]![0]!["children"]!.ToJsonString());
    }

    [Fact]
    public async Task Select_OfAPart_KeepsThatPart()
    {
        var item = await GetAsync($"{_client.Drive}/root:/picture.jpg?$select=file/mimeType,Size,nonsense");

        Assert.Equal("image/jpeg", item["file"]!["mimeType"]!.GetValue<string>());
        Assert.Null(item["file"]!["hashes"]);
        Assert.Equal(20, item["size"]!.GetValue<int>());
        Assert.Null(item["name"]);
    }

    [Fact]
    public async Task ListItems_AreFilteredAndOrderedByTheirFields()
    {
        var library = _client.Emulator.DefaultGroup.Drive.WithFile("a.txt", [1]).WithFile("b.txt", [1]);
        using (await _client.PatchAsync($"v1.0/drives/{library.Id}/root:/b.txt:/listItem/fields", """{"Color":"red"}"""))
        {
            const string Items = "v1.0/sites/root/lists/Documents/items";
            var found = await GetAsync($"{Items}?$expand=fields($select=Color),driveItem&$filter=fields/Color eq 'red'");
            var ordered = await GetAsync($"{Items}?$expand=fields&$orderby=fields/FileLeafRef desc");

            Assert.Equal("""{"Color":"red"}""", found["value"]!.AsArray().Single()!["fields"]!.ToJsonString());
            Assert.Equal("b.txt", found["value"]![0]!["driveItem"]!["name"]!.GetValue<string>());
            Assert.Equal("b.txt", ordered["value"]![0]!["fields"]!["FileLeafRef"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((")]
    [InlineData("''''''''''''")]
    [InlineData("x/any(")]
    [InlineData("children/any(:")]
    [InlineData("-")]
    [InlineData("1e999999 eq -0")]
    public async Task Filter_ThatIsHostile_Answers400OrNothing(string filter)
    {
        using var response = await _client.GetAsync($"{_client.Drive}/root/children?$filter={Uri.EscapeDataString(filter)}");

        Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.OK, response.StatusCode.ToString());
    }

    [Theory]
    [InlineData("tolower(", "name")]
    [InlineData("not (", "name eq 'a'")]
    public async Task Filter_ThatIsNestedTooDeeply_Answers400(string opening, string inner)
    {
        var filter = string.Concat(Enumerable.Repeat(opening, 200)) + inner + new string(')', 200);
        using var response = await _client.GetAsync($"{_client.Drive}/root/children?$filter={Uri.EscapeDataString(filter)}");

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest", "invalidQueryOption");
    }

    private async Task<JsonNode> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var response = await _client.GetAsync(path, headers);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {await response.Content.ReadAsStringAsync()}");
        return await EmulatorClient.ReadJsonAsync(response);
    }
}
