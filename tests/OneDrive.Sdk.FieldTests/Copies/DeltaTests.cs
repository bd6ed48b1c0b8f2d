using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.FieldTests.Walking;

namespace OneDrive.Sdk.FieldTests.Copies;

/// <summary>Changes that must be read from the beginning, and changes that say more than they seem to.</summary>
public sealed class DeltaTests
{
    [Theory]
    [FieldCase("F12", "E2", Source = "elastic/connectors#4370",
        Report = "A delta returns 410 with syncStateNotFound, itemNotFound or no body, or 400 with resyncRequired.",
        Right = "Each throws a ResyncRequiredException.")]
    [InlineData(410, "syncStateNotFound")]
    [InlineData(410, "SyncStateNotFound")]
    [InlineData(410, "itemNotFound")]
    [InlineData(410, null)]
    [InlineData(400, "resyncRequired")]
    [InlineData(400, "syncStateInvalid")]
    public async Task ReadChanges_WhenTheCheckpointIsForgotten_SaysSo(int status, string? code)
    {
        var answer = code is null ? Answer.Of(status) : Answer.Error(status, code);
        var resync = await Assert.ThrowsAsync<ResyncRequiredException>(() => ReadAsync(_ => answer, since: true));

        Assert.Equal(status, (int)resync.StatusCode);
        Assert.Equal(code, resync.ErrorCode);
        Assert.Null(resync.Restart);
    }

    [Fact]
    [FieldCase("E2.latest", "E2", Source = "own",
        Report = "A request for the latest checkpoint returns 410 with an HTML page.",
        Right = "It throws a ResyncRequiredException too.")]
    public async Task GetLatestCheckpoint_WhenTheServiceSaysGone_SaysResync()
    {
        await using var service = new ScriptedService(_ => Answer.Html("<html>Gone</html>", 410));
        using var client = FieldClient.Create(service);

        await Assert.ThrowsAsync<ResyncRequiredException>(() => client.Changes.GetLatestCheckpointAsync(DriveAddress.Me.Root));
    }

    [Fact]
    [FieldCase("E2.paging-token", "E2", Source = "own",
        Report = "A delta link returns 400 with the message 'Invalid paging token' and a general code.",
        Right = "It throws a ResyncRequiredException.")]
    public async Task ReadChanges_WhenThePagingTokenIsInvalid_SaysResync() => await Assert.ThrowsAsync<ResyncRequiredException>(
        () => ReadAsync(_ => Answer.Error(400, "invalidRequest", "Invalid paging token."), since: true));

    [Fact]
    [FieldCase("E2.restart-elsewhere", "E2", Source = "own",
        Report = "410 contains a restart link on another host.",
        Right = "Restart is null, which means: start without a checkpoint. A link on the service itself is kept.")]
    public async Task ReadChanges_WhenTheRestartIsOnAnotherHost_DoesNotPassItOn()
    {
        var answer = Answer.Error(410, "resyncChangesUploadDifferences");
        var elsewhere = await Assert.ThrowsAsync<ResyncRequiredException>(
            () => ReadAsync(_ => answer.With("Location", "https://elsewhere.example/v1.0/delta?token="), since: true));
        var here = await Assert.ThrowsAsync<ResyncRequiredException>(
            () => ReadAsync(_ => answer.With("Location", "/v1.0/me/drive/root/delta?token="), since: true));

        Assert.Null(elsewhere.Restart);
        Assert.EndsWith("/v1.0/me/drive/root/delta?token=", here.Restart!.Value.Value, StringComparison.Ordinal);
        Assert.Equal(ResyncReconciliation.UploadDifferences, here.Reconciliation);
    }

    [Theory]
    [FieldCase("F19", "E3", Source = "microsoftgraph/microsoft-graph-docs#2317",
        Report = "The delta link of the service still contains token=latest, so that it never returns a change.",
        Right = "An exception is thrown immediately; links are not edited.")]
    [InlineData("delta?token=latest")]
    [InlineData("delta?token=Latest&$select=id")]
    [InlineData("delta?$select=id&token=latest")]
    public async Task GetLatestCheckpoint_WhenTheLinkAsksForLatest_Throws(string link)
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(_ => Delta(service.At("v1.0/me/drive/root/" + link)));
        using var client = FieldClient.Create(service);

        var error = await Assert.ThrowsAsync<OneDriveConnectionException>(
            () => client.Changes.GetLatestCheckpointAsync(DriveAddress.Me.Root));
        await Assert.ThrowsAsync<OneDriveConnectionException>(() => client.Changes.ReadAsync(DriveAddress.Me.Root).ListAsync());

        Assert.False(error.IsTransient);
        Assert.Contains("token=latest", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [FieldCase("E3.function", "E3", Source = "own",
        Report = "The delta link requests the latest changes as delta(token='latest').",
        Right = "The same exception.")]
    public async Task ReadChanges_WhenTheLinkIsAFunctionOfLatest_Throws() => await Assert.ThrowsAsync<OneDriveConnectionException>(
        () => ReadAsync(service => Delta(service.At("v1.0/me/drive/root/delta(token='latest')"))));

    [Fact]
    [FieldCase("E3.stored", "E3", Source = "own",
        Report = "A stored checkpoint contains token=latest.",
        Right = "It is rejected before any request, with the reason.")]
    public async Task ReadChanges_SinceAStoredLatest_IsRefused()
    {
        await using var service = new ScriptedService(_ => null);
        using var client = FieldClient.Create(service);

        Assert.Throws<ArgumentException>(() => client.Changes.ReadAsync(
            DriveAddress.Me.Root, new DeltaCheckpoint(service.At("v1.0/me/drive/root/delta?token=latest").AbsoluteUri)));
    }

    [Theory]
    [FieldCase("F30", "E3", Source = "OneDrive/onedrive-api-docs#1408",
        Report = "A deleted item is marked with @removed only.",
        Right = "Its Deleted facet is present.")]
    [InlineData("""{"reason":"deleted"}""", "deleted")]
    [InlineData("""{"reason":"changed"}""", "changed")]
    [InlineData("{}", null)]
    [InlineData("true", null)]
    public async Task ReadChanges_OfAnItemThatIsRemoved_SaysDeleted(string removed, string? state)
    {
        var page = Assert.Single(await ReadAsync(service => Delta(
            service.At("v1.0/me/drive/root/delta?token=2"), $$"""{"id":"1","@removed":{{removed}}}""", ScriptedFolders.File("2"))));

        Assert.NotNull(page.Items[0].Deleted);
        Assert.Equal(state, page.Items[0].Deleted!.State);
        Assert.Null(page.Items[1].Deleted);
    }

    private static Answer Delta(Uri link, params string[] items) =>
        Answer.Json($$"""{"@odata.deltaLink":"{{link.OriginalString}}","value":[{{string.Join(',', items)}}]}""");

    private static async Task<List<ChangePage>> ReadAsync(Func<ScriptedService, Answer> answer, bool since = false)
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(_ => answer(service));
        using var client = FieldClient.Create(service);

        return await client.Changes.ReadAsync(
            DriveAddress.Me.Root,
            since ? new DeltaCheckpoint(service.At("v1.0/me/drive/root/delta?token=1").AbsoluteUri) : null).ListAsync();
    }
}
