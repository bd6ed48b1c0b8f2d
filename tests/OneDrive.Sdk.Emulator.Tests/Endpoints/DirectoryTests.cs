using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

public sealed class DirectoryTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    private OneDriveEmulator Emulator => _client.Emulator;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("users/adele@contoso.example/drive")]
    [InlineData("users/ADELE@contoso.example/drive")]
    [InlineData("users/adele%40contoso.example/drive/")]
    [InlineData("users/{user}/drive")]
    [InlineData("drives/{drive}")]
    [InlineData("drives/{drive}/?select=id")]
    public async Task Drive_OfAUser_IsFoundByEachOfItsNames(string path)
    {
        var json = await GetJsonAsync("v1.0/" + path
            .Replace("{user}", Emulator.DefaultUser.Id, StringComparison.Ordinal)
            .Replace("{drive}", Emulator.DefaultUser.Drive.Id, StringComparison.Ordinal));

        Assert.Equal(Emulator.DefaultUser.Drive.Id, json["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Drive_TellsOwnerTypeAndQuota()
    {
        Emulator.DefaultUser.Drive.Quota = 1000;
        Emulator.DefaultUser.WithFile("a.bin", new byte[950]);
        var json = await GetJsonAsync(_client.Drive);

        Assert.Equal("business", json["driveType"]!.GetValue<string>());
        Assert.Equal("Adele Vance", json["owner"]!["user"]!["displayName"]!.GetValue<string>());
        Assert.Equal(1000, json["quota"]!["total"]!.GetValue<long>());
        Assert.Equal(950, json["quota"]!["used"]!.GetValue<long>());
        Assert.Equal(50, json["quota"]!["remaining"]!.GetValue<long>());
        Assert.Equal("nearing", json["quota"]!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task Drive_OfAGroup_IsADocumentLibrary()
    {
        var json = await GetJsonAsync($"v1.0/groups/{Emulator.DefaultGroup.Id}/drive");

        Assert.Equal("documentLibrary", json["driveType"]!.GetValue<string>());
        Assert.Equal(Emulator.DefaultGroup.Drive.Id, json["id"]!.GetValue<string>());
        Assert.NotNull(json["owner"]!["group"]);
    }

    [Fact]
    public async Task Drives_OfAUser_ListTheOne()
    {
        var json = await GetJsonAsync("v1.0/users/adele@contoso.example/drives");

        Assert.Equal(Emulator.DefaultUser.Drive.Id, Assert.Single(json["value"]!.AsArray())!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("users/nobody@contoso.example")]
    [InlineData("users/nobody@contoso.example/drive")]
    [InlineData("groups/marketing@contoso.example/drive")]
    [InlineData("groups/none")]
    public async Task UserOrGroup_ThatIsNotThere_Answers404(string path)
    {
        using var response = await _client.GetAsync("v1.0/" + path);

        await EmulatorClient.AssertErrorAsync(response, 404, "Request_ResourceNotFound");
    }

    [Fact]
    public async Task Drive_ThatIsNotThere_Answers404()
    {
        using var response = await _client.GetAsync("v1.0/drives/none/root");

        await EmulatorClient.AssertErrorAsync(response, 404, "itemNotFound");
    }

    [Theory]
    [InlineData("mail eq 'marketing@contoso.example'", 1)]
    [InlineData("mail eq 'MARKETING@contoso.example'", 1)]
    [InlineData("mail eq 'nobody@contoso.example'", 0)]
    [InlineData("displayName eq 'O''Brien & sons'", 1)]
    [InlineData("startswith(displayName,'o')", 1)]
    [InlineData("mail eq 'marketing@contoso.example' or startsWith(displayName,'O')", 2)]
    [InlineData("mail eq 'ob@contoso.example' and startsWith(displayName,'O')", 1)]
    [InlineData("mail in ('ob@contoso.example','marketing@contoso.example')", 2)]
    [InlineData("mailEnabled eq true and groupTypes/any(type:type eq 'Unified')", 2)]
    [InlineData("mail ge 'n'", 1)]
    public async Task Groups_WithAFilter_AreTheMatchingOnes(string filter, int expected)
    {
        Emulator.AddGroup(group => (group.DisplayName, group.Mail) = ("O'Brien & sons", "ob@contoso.example"));
        var json = await GetJsonAsync("v1.0/groups?$filter=" + Uri.EscapeDataString(filter));

        Assert.Equal(expected, json["value"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("mail eq marketing")]
    [InlineData("color eq 'red'")]
    [InlineData("mail eq 'a' or ")]
    [InlineData("mail eq 'a'' and")]
    [InlineData("contains(mail,'a')")]
    [InlineData("endsWith(mail,'.example')")]
    [InlineData("not(mail eq 'a')")]
    [InlineData("mail ne 'a'")]
    public async Task Groups_WithAFilterThatIsNotUnderstood_Answers400(string filter)
    {
        using var response = await _client.GetAsync("v1.0/groups?$filter=" + Uri.EscapeDataString(filter));

        await EmulatorClient.AssertErrorAsync(response, 400, "Request_UnsupportedQuery");
    }

    [Fact]
    public async Task Users_ArePagedAndSelected()
    {
        Emulator.AddUser();
        Emulator.AddUser();
        var first = await GetJsonAsync("v1.0/users?$select=id,mail&$top=2");
        var second = await GetJsonAsync(first["@odata.nextLink"]!.GetValue<string>());

        Assert.Equal(2, first["value"]!.AsArray().Count);
        Assert.Equal(["id", "mail"], first["value"]![0]!.AsObject().Select(property => property.Key));
        Assert.Single(second["value"]!.AsArray());
        Assert.Null(second["@odata.nextLink"]);
    }

    private async Task<JsonNode> GetJsonAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EmulatorClient.ReadJsonAsync(response);
    }
}
