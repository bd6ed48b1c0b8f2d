using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Input that cannot work is refused before anything is requested.</summary>
public sealed class UploadInputTests : IDisposable
{
    private readonly TransferFixture _fixture = new();
    private readonly TemporaryDirectory _directory = new();

    private UploadEngine Uploads => _fixture.Uploads;

    public void Dispose()
    {
        Assert.Empty(_fixture.Service.Exchanges);
        _fixture.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData(327_681)]
    [InlineData(10_000_000)]
    [InlineData(0)]
    [InlineData(62_914_560)]
    public void Options_WhenTheFragmentSizeBreaksTheRules_AreRefused(int fragmentSize)
    {
        var failure = Assert.ThrowsAny<Exception>(
            () => new TransferFixture(options => options.Transfers.FragmentSize = fragmentSize).Dispose());

        Assert.Contains("FragmentSize", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task UploadFileAsync_WhenThereIsNoSuchFile_Throws() =>
        Assert.ThrowsAsync<FileNotFoundException>(
            () => Uploads.UploadFileAsync(TransferFixture.Destination, _directory["absent"], new(), default));

    [Fact]
    public Task UploadFileAsync_WhenThereIsNoSuchDirectory_Throws() =>
        Assert.ThrowsAsync<DirectoryNotFoundException>(
            () => Uploads.UploadFileAsync(TransferFixture.Destination, _directory["absent/file"], new(), default));

    [Fact]
    public Task UploadFileAsync_WhenItIsADirectory_Throws() =>
        Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => Uploads.UploadFileAsync(TransferFixture.Destination, _directory.Path, new(), default));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public Task UploadFileAsync_WhenThePathIsEmpty_Throws(string path) =>
        Assert.ThrowsAsync<ArgumentException>(() => Uploads.UploadFileAsync(TransferFixture.Destination, path, new(), default));

    [Fact]
    public Task UploadAsync_WhenTheStreamCannotBeRead_Throws()
    {
        var stream = new FileStream(_directory["written"], FileMode.Create, FileAccess.Write);
        return Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await using (stream)
            {
                await Uploads.UploadAsync(TransferFixture.Destination, stream, new(), default);
            }
        });
    }

    [Fact]
    public Task UploadAsync_WhenTheStreamIsTooLongToBeTold_AsksForItsLength() =>
        Assert.ThrowsAsync<ArgumentException>(() => Uploads.UploadAsync(
            TransferFixture.Destination, new GeneratedStream(TransferFixture.Unit + 1) { IsSeekable = false }, new(), default));

    [Theory]
    [InlineData(-1)]
    [InlineData(9)]
    [InlineData(FragmentPlan.MaximumLength + 1)]
    public Task UploadAsync_WhenTheLengthIsWrong_Throws(long length) => AssertRefusedAsync(new UploadOptions { ContentLength = length });

    [Fact]
    public Task UploadAsync_WhenTheResumeKeyIsEmpty_Throws() => AssertRefusedAsync(new UploadOptions { ResumeKey = " " });

    [Fact]
    public Task UploadAsync_WhenTheConflictBehaviourIsNone_Throws() =>
        AssertRefusedAsync(new UploadOptions { Conflict = (ConflictBehavior)7 });

    [Theory]
    [InlineData("")]
    [InlineData("a\r\nb")]
    public async Task UploadAsync_WhenAConditionCannotBeAHeader_Throws(string tag)
    {
        await AssertRefusedAsync(new UploadOptions { IfMatch = tag });
        await AssertRefusedAsync(new UploadOptions { IfNoneMatch = tag });
    }

    [Fact]
    public Task UploadAsync_WhenTheDestinationIsTheRootFolder_Throws() =>
        Assert.ThrowsAsync<ArgumentException>(() => Uploads.UploadAsync(DriveAddress.Me.Root, new GeneratedStream(10), new(), default));

    private async Task AssertRefusedAsync(UploadOptions options)
    {
        var stream = new GeneratedStream(10);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Uploads.UploadAsync(TransferFixture.Destination, stream, options, default));
        Assert.Equal(0, stream.BytesRead);
    }
}
