using System.Globalization;
using System.Net;
using System.Text;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

public sealed class UploadSessionTests : IAsyncLifetime
{
    private const int Unit = Bytes.FragmentUnit;
    private readonly MovableClock _clock = new();
    private EmulatorClient _client = null!;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync(options =>
    {
        options.TimeProvider = _clock;
        options.MaxFragmentSize = 3 * Unit;
    });

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Create_AnswersAUrlWithASecret_AnExpiryAndTheFirstRange()
    {
        using var response = await _client.PostAsync($"{_client.Drive}/root:/a.bin:/createUploadSession", "{}");
        var json = await EmulatorClient.ReadJsonAsync(response);

        Assert.StartsWith(_client.Emulator.Endpoint.AbsoluteUri, json["uploadUrl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("tempauth=", json["uploadUrl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("2026-03-05T05:06:07.2500000Z", json["expirationDateTime"]!.GetValue<string>());
        Assert.Equal("0-", json["nextExpectedRanges"]![0]!.GetValue<string>());
        Assert.Contains("uploadSession", json["@odata.context"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(_client.DriveState.FindItem("a.bin"));
    }

    [Fact]
    public async Task Create_BelowMissingFolders_CreatesThem()
    {
        await UploadAsync("x/y/z.bin", Bytes.Of(10), HttpStatusCode.Created);

        Assert.NotNull(_client.DriveState.FindItem("x/y/z.bin"));
    }

    [Fact]
    public async Task Create_OnAnItem_ReplacesItsContentAndKeepsItsId()
    {
        var before = _client.DriveState.WithFile("a.bin", [1]).FindItem("a.bin")!;
        using var created = await _client.PostAsync($"{_client.Drive}/items/{before.Id}/createUploadSession", "");
        var url = (await EmulatorClient.ReadJsonAsync(created))["uploadUrl"]!.GetValue<string>();
        using var last = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        var after = _client.DriveState.FindItem("a.bin")!;

        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.Equal(before.Id, after.Id);
        Assert.NotEqual(before.ETag, after.ETag);
        Assert.NotEqual(before.CTag, after.CTag);
        Assert.Equal(3, after.Size);
    }

    [Theory]
    [InlineData("""{"item":{"@microsoft.graph.conflictBehavior":"fail"}}""")]
    [InlineData("""{"item":{"@name.conflictBehavior":"fail"}}""")]
    public async Task Create_WithFailOverAnExistingName_Answers409(string body)
    {
        _client.DriveState.WithFile("a.bin", [1]);
        using var response = await _client.PostAsync($"{_client.Drive}/root:/A.bin:/createUploadSession", body);

        await EmulatorClient.AssertErrorAsync(response, 409, "nameAlreadyExists");
    }

    [Fact]
    public async Task Create_WithoutAConflictBehavior_ReplacesAsRealClientsExpect()
    {
        _client.DriveState.WithFile("a.bin", [1]);
        await UploadAsync("a.bin", [1, 2], HttpStatusCode.OK);

        Assert.Equal(2, _client.DriveState.FindItem("a.bin")!.Size);
    }

    [Fact]
    public async Task Create_WithRename_KeepsBothFiles()
    {
        _client.DriveState.WithFile("a.bin", [1]);
        await UploadAsync("a.bin", [1, 2], HttpStatusCode.Created, """{"item":{"@microsoft.graph.conflictBehavior":"rename"}}""");

        Assert.Equal(1, _client.DriveState.FindItem("a.bin")!.Size);
        Assert.Equal(2, _client.DriveState.FindItem("a 1.bin")!.Size);
    }

    [Fact]
    public async Task Create_WithAnUnknownConflictBehavior_Answers400()
    {
        using var response = await _client.PostAsync(
            $"{_client.Drive}/root:/a.bin:/createUploadSession",
            """{"item":{"@microsoft.graph.conflictBehavior":"merge"}}""");

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
    }

    [Theory]
    [InlineData("If-Match", "\"stale\"")]
    [InlineData("If-None-Match", "*")]
    public async Task Create_WithAConditionThatFails_Answers412(string header, string value)
    {
        _client.DriveState.WithFile("a.bin", [1]);
        using var response = await _client.PostAsync($"{_client.Drive}/root:/a.bin:/createUploadSession", "{}", (header, value));

        await EmulatorClient.AssertErrorAsync(response, 412, "resourceModified", "entityTagDoesNotMatch");
    }

    [Fact]
    public async Task LastFragment_WhenTheItemChangedSinceTheIfMatch_Answers412()
    {
        var item = _client.DriveState.WithFile("a.bin", [1]).FindItem("a.bin")!;
        var url = await _client.CreateSessionAsync("a.bin", "{}", ("If-Match", item.ETag));
        _client.DriveState.WithFile("a.bin", [2, 2]);
        using var response = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);

        await EmulatorClient.AssertErrorAsync(response, 412, "resourceModified", "entityTagDoesNotMatch");
        Assert.Equal(2, _client.DriveState.FindItem("a.bin")!.Size);
    }

    [Fact]
    public async Task Create_WithAFileSizeOverTheQuota_Answers507()
    {
        _client.DriveState.Quota = 100;
        using var response = await _client.PostAsync($"{_client.Drive}/root:/a.bin:/createUploadSession", """{"item":{"fileSize":101}}""");

        await EmulatorClient.AssertErrorAsync(response, 507, "quotaLimitReached");
    }

    [Fact]
    public async Task LastFragment_OverTheQuota_Answers507AndKeepsTheBytesForACommit()
    {
        _client.DriveState.Quota = 100;
        var url = await _client.CreateSessionAsync("a.bin");
        using var refused = await _client.PutFragmentAsync(url, Bytes.Of(101), 0, 101);
        await EmulatorClient.AssertErrorAsync(refused, 507, "quotaLimitReached");

        _client.DriveState.Quota = 1000;
        using var committed = await _client.SendAsync(HttpMethod.Put, $"{_client.Drive}/root:/a.bin", CommitBody(url, "a.bin"));

        Assert.Equal(HttpStatusCode.Created, committed.StatusCode);
        Assert.Equal(Bytes.Of(101), await _client.DriveState.ReadContentAsync("a.bin"));
    }

    [Theory]
    [InlineData("root:/b.bin:")]
    [InlineData("root")]
    public async Task LastFragment_WhenTheNameWasTakenMeanwhile_Answers409AndCanBeCommittedUnderAnotherName(string place)
    {
        var url = await _client.CreateSessionAsync("a.bin", """{"item":{"@microsoft.graph.conflictBehavior":"fail"}}""");
        _client.DriveState.WithFile("a.bin", [9]);
        using var refused = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        await EmulatorClient.AssertErrorAsync(refused, 409, "nameAlreadyExists");
        Assert.Empty(await _client.GetNextRangesAsync(url));

        using var committed = await _client.SendAsync(HttpMethod.Put, $"{_client.Drive}/{place}", CommitBody(url, "b.bin"));

        Assert.Equal(HttpStatusCode.Created, committed.StatusCode);
        Assert.Equal([9], await _client.DriveState.ReadContentAsync("a.bin"));
        Assert.Equal([1, 2, 3], await _client.DriveState.ReadContentAsync("b.bin"));
    }

    [Fact]
    public async Task DeferCommit_MakesTheFileOnlyWhenItIsPosted()
    {
        var url = await _client.CreateSessionAsync("a.bin", """{"deferCommit":true}""");
        using var last = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        Assert.Equal(HttpStatusCode.Accepted, last.StatusCode);
        Assert.Empty((await EmulatorClient.ReadJsonAsync(last))["nextExpectedRanges"]!.AsArray());
        Assert.Null(_client.DriveState.FindItem("a.bin"));

        using var committed = await _client.SendAnonymouslyAsync(HttpMethod.Post, url, new ByteArrayContent([]));

        Assert.Equal(HttpStatusCode.Created, committed.StatusCode);
        Assert.Equal([1, 2, 3], await _client.DriveState.ReadContentAsync("a.bin"));
    }

    [Fact]
    public async Task Commit_UnderANameThatIsNotTheOneInTheAddress_Answers400()
    {
        var url = await _client.CreateSessionAsync("a.bin", """{"item":{"@microsoft.graph.conflictBehavior":"fail"}}""");
        _client.DriveState.WithFile("a.bin", [9]);
        using var refused = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        using var response = await _client.SendAsync(HttpMethod.Put, $"{_client.Drive}/root:/a.bin:", CommitBody(url, "b.bin"));

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
        Assert.Empty(await _client.GetNextRangesAsync(url));
    }

    [Fact]
    public async Task DeferCommit_OnAPersonalDrive_IsMadeByAnItemOnly()
    {
        var personal = _client.Emulator.AddUser(user => user.DriveType = EmulatorDriveType.Personal).Drive;
        using var created = await _client.PostAsync(
            $"v1.0/drives/{personal.Id}/root:/a.bin:/createUploadSession", """{"deferCommit":true}""");
        var url = (await EmulatorClient.ReadJsonAsync(created))["uploadUrl"]!.GetValue<string>();
        using var last = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        Assert.Equal(HttpStatusCode.Accepted, last.StatusCode);
        using var posted = await _client.SendAnonymouslyAsync(HttpMethod.Post, url, new ByteArrayContent([]));
        await EmulatorClient.AssertErrorAsync(posted, 400, "notSupported");

        using var committed = await _client.SendAsync(
            HttpMethod.Put,
            $"v1.0/drives/{personal.Id}/root:/a.bin",
            new StringContent(
                $$"""
                {"name":"a.bin","@microsoft.graph.sourceUrl":"{{url}}","description":"new",
                 "fileSystemInfo":{"lastModifiedDateTime":"2002-03-04T05:06:07Z"}
                }
                """,
                Encoding.UTF8,
                "application/json"));

        Assert.Equal(HttpStatusCode.Created, committed.StatusCode);
        var item = personal.FindItem("a.bin")!;
        Assert.Equal(("new", 3), (item.Description, item.Size));
        Assert.Equal(DateTimeOffset.Parse("2002-03-04T05:06:07Z", CultureInfo.InvariantCulture), item.FileSystemModified);
    }

    [Fact]
    public async Task DeferCommit_OnAnOrganisationsDrive_IsMadeByAnItemOnlyAfterARefusal()
    {
        var url = await _client.CreateSessionAsync("a.bin", """{"item":{"@microsoft.graph.conflictBehavior":"fail"},"deferCommit":true}""");
        using var last = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        using var early = await _client.SendAsync(HttpMethod.Put, $"{_client.Drive}/root:/b.bin:", CommitBody(url, "b.bin"));
        await EmulatorClient.AssertErrorAsync(early, 400, "notSupported");
        _client.DriveState.WithFile("a.bin", [9]);
        using var refused = await _client.SendAnonymouslyAsync(HttpMethod.Post, url, new ByteArrayContent([]));
        await EmulatorClient.AssertErrorAsync(refused, 409, "nameAlreadyExists");

        using var committed = await _client.SendAsync(HttpMethod.Put, $"{_client.Drive}/root:/b.bin:", CommitBody(url, "b.bin"));

        Assert.Equal([1, 2, 3], await _client.DriveState.ReadContentAsync("b.bin"));
    }

    [Fact]
    public async Task LastFragment_WhenTheItemIsInTheStateOfTheIfNoneMatch_Answers412()
    {
        var url = await _client.CreateSessionAsync("a.bin", "{}", ("If-None-Match", "*"));
        _client.DriveState.WithFile("a.bin", [2, 2]);
        using var response = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);

        await EmulatorClient.AssertErrorAsync(response, 412, "resourceModified", "entityTagDoesNotMatch");
        Assert.Equal(2, _client.DriveState.FindItem("a.bin")!.Size);
    }

    [Fact]
    public async Task Commit_OfASessionWithMissingBytes_Answers400()
    {
        var (url, _) = await _client.BeginUploadAsync("a.bin");
        using var response = await _client.SendAnonymouslyAsync(HttpMethod.Post, url, new ByteArrayContent([]));

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest", "uploadSessionIncomplete");
    }

    [Fact]
    public async Task Create_KeepsNameDatesAndDescription()
    {
        await UploadAsync("a.bin", [1], HttpStatusCode.Created, """
            {"item":{"name":"given.bin","description":"words","fileSystemInfo":{
                "createdDateTime":"2001-02-03T04:05:06Z","lastModifiedDateTime":"2002-03-04T05:06:07.1234567Z"}}}
            """);
        var item = _client.DriveState.FindItem("given.bin")!;

        Assert.Equal("words", item.Description);
        Assert.Equal(DateTimeOffset.Parse("2001-02-03T04:05:06Z", CultureInfo.InvariantCulture), item.FileSystemCreated);
        Assert.Equal(DateTimeOffset.Parse("2002-03-04T05:06:07.1234567Z", CultureInfo.InvariantCulture), item.FileSystemModified);
    }

    [Fact]
    public async Task OpenUploadSessions_CountsWhatIsNeitherCompleteNorCancelledNorExpired()
    {
        await UploadAsync("complete.bin", [1], HttpStatusCode.Created);
        var cancelled = await _client.CreateSessionAsync("cancelled.bin");
        await _client.CreateSessionAsync("open.bin");
        Assert.Equal(2, _client.Emulator.OpenUploadSessions);

        using var response = await _client.SendAnonymouslyAsync(HttpMethod.Delete, cancelled);
        Assert.Equal(1, _client.Emulator.OpenUploadSessions);

        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, _client.Emulator.OpenUploadSessions);
    }

    private static StringContent CommitBody(string url, string name) => new(
        $$"""{"name":"{{name}}","@microsoft.graph.conflictBehavior":"fail","@microsoft.graph.sourceUrl":"{{url}}"}""",
        Encoding.UTF8,
        "application/json");

    private async Task<string> UploadAsync(string path, byte[] content, HttpStatusCode expected, string json = "{}")
    {
        var url = await _client.CreateSessionAsync(path, json);
        using var response = await _client.PutFragmentAsync(url, content, 0, content.Length);
        Assert.Equal(expected, response.StatusCode);
        return url;
    }
}
