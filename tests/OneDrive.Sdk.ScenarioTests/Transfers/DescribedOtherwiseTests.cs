using System.Security.Cryptography;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Downloads of files whose bytes the service describes otherwise, does not describe, or keeps to itself.</summary>
public sealed class DescribedOtherwiseTests : IDisposable
{
    private static readonly byte[] Content = GeneratedStream.Bytes(0, 200_000);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(190_000)]
    [InlineData(200_000)]
    [InlineData(210_000)]
    public async Task ADocumentThatSharePointChanged_IsDownloadedWholeAndSaidToBeChanged(long size)
    {
        await using var scenario = await StartAsync("a.docx");
        scenario.Drive.DescribeContent("a.docx", size, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        var result = await DownloadAsync(scenario.Client, "a.docx");

        Assert.Equal((ContentIntegrity.ChangedByService, Content.Length), (result.Integrity, result.Length));
        AssertComplete();
    }

    [Theory]
    [InlineData("photo.heic")]
    [InlineData("protected.pfile")]
    public async Task AFileThatTheServiceIsKnownToServeOtherwise_IsSaidToBeChanged(string name)
    {
        await using var scenario = await StartAsync(name);
        scenario.Drive.DescribeContent(name, Content.Length + 1000, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        Assert.Equal(ContentIntegrity.ChangedByService, (await DownloadAsync(scenario.Client, name)).Integrity);
        AssertComplete();
    }

    [Fact]
    public async Task AnyOtherFileThatDiffers_Throws_UnlessTheCallTakesIt()
    {
        await using var scenario = await StartAsync("a.bin");
        scenario.Drive.DescribeContent("a.bin", Content.Length + 1000, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        await Assert.ThrowsAsync<ContentVerificationException>(() => DownloadAsync(scenario.Client, "a.bin"));
        Assert.Empty(_directory.Files);

        var result = await scenario.Client.Content.DownloadFileAsync(
            DriveAddress.Me.Path("/a.bin"), _directory["copy"], new DownloadOptions { AcceptUnverified = true });
        Assert.Equal(ContentIntegrity.NotChecked, result.Integrity);
        AssertComplete();
    }

    [Fact]
    public async Task AFileWithoutAHash_IsNotSaidToBeVerified()
    {
        await using var scenario = await StartAsync("a.bin");
        scenario.Drive.DescribeContent("a.bin", Content.Length, quickXorHash: null);

        Assert.Equal(ContentIntegrity.NotChecked, (await DownloadAsync(scenario.Client, "a.bin")).Integrity);
        AssertComplete();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFileWithAnOldHash_IsComparedWithThat(bool isRight)
    {
        await using var scenario = await StartAsync("a.bin");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(isRight ? Content : [1]);
        scenario.Drive.DescribeContent("a.bin", Content.Length, quickXorHash: null, Convert.ToHexString(hash.GetHashAndReset()));

        if (!isRight)
        {
            await Assert.ThrowsAsync<ContentVerificationException>(() => DownloadAsync(scenario.Client, "a.bin"));
            return;
        }

        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync(scenario.Client, "a.bin")).Integrity);
        AssertComplete();
    }

    [Fact]
    public async Task AFileWithMalware_ThrowsAtOnceAndLeavesNothingBehind()
    {
        await using var scenario = await StartAsync("a.bin");
        scenario.Drive.Infect("a.bin");

        var failure = await Assert.ThrowsAsync<MalwareDetectedException>(() => DownloadAsync(scenario.Client, "a.bin"));

        Assert.False(failure.IsTransient);
        Assert.Contains("malware", failure.Message, StringComparison.Ordinal);
        Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.Download));
        Assert.Empty(_directory.Files);
        await Assert.ThrowsAsync<MalwareDetectedException>(
            () => scenario.Client.Content.OpenReadAsync(DriveAddress.Me.Path("/a.bin")));
    }

    private Task<DownloadResult> DownloadAsync(OneDriveClient client, string name) =>
        client.Content.DownloadFileAsync(DriveAddress.Me.Path("/" + name), _directory["copy"]);

    private void AssertComplete()
    {
        Assert.Equal(["copy"], _directory.Files);
        Assert.True(File.ReadAllBytes(_directory["copy"]).AsSpan().SequenceEqual(Content), "Other bytes arrived.");
    }

    private static async Task<Scenario> StartAsync(string name)
    {
        var scenario = await TransferScenario.StartAsync();
        scenario.Drive.WithFile(name, Content);
        return scenario;
    }
}
