using System.Security.Cryptography;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>The hashes that a download is compared with, when the service gives others than QuickXorHash.</summary>
public sealed class DownloadHashTests : IDisposable
{
    private static readonly byte[] Content = GeneratedStream.Bytes(0, 300_000);
    private static readonly string Sha1 = HexOf(HashAlgorithmName.SHA1);
    private static readonly string Sha256 = HexOf(HashAlgorithmName.SHA256);

    private readonly TransferFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task DownloadAsync_WhenOnlySha1IsGiven_ComparesThat()
    {
        await AssertComparesAsync(sha1: Sha1, sha256: null, wrong: new FakeItem("a.bin", Content) { Hash = null, Sha1 = Other(Sha1) });
        await AssertComparesAsync(sha1: Sha1.ToLowerInvariant(), sha256: null, wrong: null);
    }

    [Fact]
    public async Task DownloadAsync_WhenSha256IsGiven_PrefersThatToSha1()
    {
        await AssertComparesAsync(
            sha1: "not looked at",
            sha256: Sha256,
            wrong: new FakeItem("a.bin", Content) { Hash = "", Sha256 = Other(Sha256), Sha1 = Sha1 });
        await AssertComparesAsync(sha1: null, sha256: Sha256.ToLowerInvariant(), wrong: null);
    }

    [Fact]
    public async Task DownloadAsync_WhenQuickXorHashIsGiven_LooksAtNothingElse()
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content) { Sha1 = Other(Sha1), Sha256 = Other(Sha256) };

        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync()).Integrity);
    }

    [Fact]
    public async Task DownloadAsync_WhenTheConnectionBreaks_HashesEachByteOnce()
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content) { Hash = null, Sha1 = Sha1 };
        _fixture.Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(123_457), times: 2);

        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync()).Integrity);
    }

    [Fact]
    public async Task DownloadAsync_WhenNoHashIsGiven_SaysThatNothingWasChecked()
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content) { Hash = null };

        Assert.Equal(ContentIntegrity.NotChecked, (await DownloadAsync()).Integrity);
    }

    [Fact]
    public async Task DownloadAsync_WhenCheckingIsOffAndTheLengthDiffers_Throws()
    {
        using var fixture = new TransferFixture(options => options.Transfers.VerifyContentHash = false);
        fixture.Uploaded = new FakeItem("a.bin", Content) { Hash = "AAAA", Size = 5 };

        var failure = await Assert.ThrowsAsync<ContentVerificationException>(() => fixture.FinishAsync(
            () => fixture.Downloads.DownloadAsync(TransferFixture.Destination, new MemoryStream(), new(), default)));

        Assert.Equal((5, Content.Length), (failure.ExpectedLength, failure.ActualLength));
    }

    private async Task AssertComparesAsync(string? sha1, string? sha256, FakeItem? wrong)
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content) { Hash = null, Sha1 = sha1, Sha256 = sha256 };
        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync()).Integrity);
        if (wrong is null)
            return;
        _fixture.Uploaded = wrong;
        var failure = await Assert.ThrowsAsync<ContentVerificationException>(DownloadAsync);
        Assert.Equal((wrong.Sha256 ?? wrong.Sha1, sha256 ?? sha1), (failure.ExpectedHash, failure.ActualHash));
    }

    private static string HexOf(HashAlgorithmName name)
    {
        using var hash = IncrementalHash.CreateHash(name);
        hash.AppendData(Content);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string Other(string hash) => (hash[0] == '0' ? '1' : '0') + hash[1..];

    private async Task<DownloadResult> DownloadAsync()
    {
        using var sink = new MemoryStream();
        var result = await _fixture.FinishAsync(() => _fixture.Downloads.DownloadAsync(TransferFixture.Destination, sink, new(), default));
        Assert.Equal(Content, sink.ToArray());
        return result;
    }
}
