using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Streams that cannot go back, kept in a temporary file: nothing of it stays, however the upload ends.</summary>
public sealed class SpoolTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const int Length = (3 * Unit) + 17;

    private readonly TransferFixture _fixture = new();
    private readonly TemporaryDirectory _directory = new();

    private FakeService Service => _fixture.Service;

    public void Dispose()
    {
        _fixture.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Unit)]
    [InlineData(Unit + 1)]
    [InlineData(Length)]
    public async Task UploadAsync_WhenTheLengthIsUnknown_FindsItOut(int length)
    {
        var result = await _fixture.UploadAsync(ForwardOnly(length), Options());

        _fixture.AssertUploaded(length);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        AssertNothingLeft();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Length)]
    public async Task UploadAsync_WhenTheSessionIsLost_ReadsTheContentAgain(int? announced)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(403), after: 2);
        Service.Fail(FakeStep.Status, FakeFaults.Answer(403));

        await _fixture.UploadAsync(ForwardOnly(Length), Options(announced));

        _fixture.AssertUploaded(Length);
        Assert.Equal(2, Service.Of(FakeStep.CreateSession).Count);
        AssertNothingLeft();
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceLostBytes_GoesBackInTheSpool()
    {
        Service.Fail(FakeStep.Fragment, work =>
        {
            work().Dispose();
            var session = Assert.Single(Service.Sessions).Value;
            session.Received.RemoveRange(Unit, Unit);
            return FakeFaults.Response(202, $$"""{"nextExpectedRanges":["{{Unit}}-"]}""");
        }, after: 1);

        await _fixture.UploadAsync(ForwardOnly(Length), Options(Length));

        _fixture.AssertUploaded(Length);
    }

    [Fact]
    public async Task UploadAsync_OfAStreamThatSeeks_WritesNothing()
    {
        await _fixture.UploadAsync(
            new GeneratedStream(Length), new UploadOptions { Spool = new UploadSpool { Folder = _directory["missing"] } });

        _fixture.AssertUploaded(Length);
    }

    [Fact]
    public async Task UploadAsync_WhenTheFolderIsMissing_ThrowsBeforeReading()
    {
        var stream = ForwardOnly(Length);

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => _fixture.UploadAsync(
            stream, new UploadOptions { Spool = new UploadSpool { Folder = _directory["missing"] } }));

        Assert.Equal(0, stream.BytesRead);
        Assert.Empty(Service.Exchanges);
    }

    [Fact]
    public async Task UploadAsync_WhenTheContentIsLongerThanAllowed_ThrowsAndSendsNothing()
    {
        await Assert.ThrowsAsync<ContentTooLargeException>(() => _fixture.UploadAsync(ForwardOnly(Length), Options(maxBytes: Length - 1)));
        await _fixture.UploadAsync(ForwardOnly(Length), Options(maxBytes: Length));

        _fixture.AssertUploaded(Length);
        Assert.Single(Service.Of(FakeStep.CreateSession));
        AssertNothingLeft();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, null)]
    [InlineData(Length - 1, Length)]
    public async Task UploadAsync_WhenTheLimitCannotWork_ThrowsBeforeReading(int maxBytes, int? announced)
    {
        var stream = ForwardOnly(Length);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => _fixture.UploadAsync(stream, Options(announced, maxBytes)));

        Assert.Equal(0, stream.BytesRead);
    }

    [Fact]
    public async Task UploadAsync_WhileItRuns_LeavesNothingThatACrashCouldLeaveBehind()
    {
        if (OperatingSystem.IsWindows())
            return;
        Service.Fail(FakeStep.Fragment, FakeFaults.After(AssertNothingLeft), after: 2);

        await _fixture.UploadAsync(ForwardOnly(Length), Options());

        _fixture.AssertUploaded(Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Length)]
    public async Task UploadAsync_WhenItFails_LeavesNothing(int? announced)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 1);
        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(ForwardOnly(Length), Options(announced)));
        AssertNothingLeft();

        await Assert.ThrowsAsync<IOException>(() => _fixture.UploadAsync(new BrokenStream(), Options(announced)));
        AssertNothingLeft();

        using var cancelled = new CancellationTokenSource();
        Service.Fail(FakeStep.Fragment, FakeFaults.After(cancelled.Cancel), after: 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _fixture.UploadAsync(ForwardOnly(Length), Options(announced), cancelled.Token));
        AssertNothingLeft();
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WithAKey_RecognisesTheContentByItsHash()
    {
        var options = new UploadOptions { ResumeKey = "key", Spool = new UploadSpool { Folder = _directory.Path } };
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 2);
        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(ForwardOnly(Length), options));
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 1);
        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(ForwardOnly(Length), options));

        var same = await _fixture.UploadAsync(ForwardOnly(Length), options);
        Service.Items.Clear();
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 2);
        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(ForwardOnly(Length), options));
        var other = await _fixture.UploadAsync(new GeneratedStream(Length) { IsSeekable = false, Start = 5 }, options);

        Assert.Equal((3 * Unit, null), (same.ResumedFrom, other.ResumedFrom));
    }

    [Fact]
    public void Create_MakesAFileForTheUserOnly()
    {
        using var file = SpoolFile.Create(_directory.Path, 0);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.SafeFileHandle));
    }

    [Fact]
    public async Task ReadAsync_WhenTheDiskIsFull_ThrowsAsDotNetDoes()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        await using var stream = new SpooledStream(ForwardOnly(Length), full, long.MaxValue, Length);

        await Assert.ThrowsAsync<IOException>(() => stream.FillAsync(default));
    }

    private static GeneratedStream ForwardOnly(long length) => new(length) { IsSeekable = false, LongestRead = 100_000 };

    private UploadOptions Options(int? announced = null, int? maxBytes = null) => new()
    {
        ContentLength = announced,
        Spool = new UploadSpool { Folder = _directory.Path, MaxBytes = maxBytes },
    };

    private void AssertNothingLeft() => Assert.Empty(Directory.GetFileSystemEntries(_directory.Path));

    private sealed class BrokenStream : Stream
    {
        private int _reads;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++_reads > 3 ? throw new IOException("The source broke.") : ValueTask.FromResult(Math.Min(buffer.Length, 50_000));

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
