using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>What a commit refuses before it asks the service.</summary>
public sealed class CommitInputTests : IDisposable
{
    private readonly TransferFixture _fixture = new();

    public static TheoryData<CommitUploadOptions> Impossible => new(
        new CommitUploadOptions { Destination = DriveAddress.Me.Root },
        new CommitUploadOptions { Conflict = (ConflictBehavior)7 },
        new CommitUploadOptions { IfMatch = "" },
        new CommitUploadOptions { IfNoneMatch = "a\r\nb" });

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task CommitUploadAsync_WithWhatCannotWork_ThrowsBeforeAnyRequest(CommitUploadOptions options)
    {
        await _fixture.UploadAsync(10, new UploadOptions { ResumeKey = "key", DeferCommit = true });
        var before = _fixture.Service.Exchanges.Count;

        await Assert.ThrowsAsync<ArgumentException>(() => _fixture.CommitAsync("key", options));

        Assert.Equal(before, _fixture.Service.Exchanges.Count);
    }
}
