using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Testing;

public sealed class TestKitTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Verify_ShowsWhatWasAsked_WhenItWasAnotherNumber()
    {
        using var answer = await _client.GetAsync(_client.Drive);
        var traffic = _client.Emulator.Traffic;

        traffic.Verify(EmulatorOperation.GetDrive).Verify(EmulatorOperation.GetDrive, times: 1).VerifyNone(EmulatorOperation.Search);
        var error = Assert.Throws<EmulatorAssertionException>(() => traffic.Verify(EmulatorOperation.GetDrive, times: 2));
        Assert.Contains("expected 2 times, but was received 1 times", error.Message, StringComparison.Ordinal);
        Assert.Contains("GetDrive GET /v1.0/drives/", error.Message, StringComparison.Ordinal);
        Assert.Throws<EmulatorAssertionException>(() => traffic.Verify(EmulatorOperation.Search));
        Assert.Throws<EmulatorAssertionException>(() => traffic.VerifyNone(EmulatorOperation.GetDrive));
    }

    [Fact]
    public async Task VerifyNoTokenWasLeaked_FindsATokenAtAnUploadAddress()
    {
        var (url, _) = await _client.BeginUploadAsync("a.bin");
        _client.Emulator.Traffic.VerifyNoTokenWasLeaked();
        using var leaked = await _client.GetAsync(url);

        var error = Assert.Throws<EmulatorAssertionException>(() => _client.Emulator.Traffic.VerifyNoTokenWasLeaked());
        Assert.DoesNotContain(_client.Token, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(url[(url.IndexOf("tempauth=", StringComparison.Ordinal) + 9)..], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void VerifyFile_ShowsWhatIsThere_WhenItIsMissingOrOther()
    {
        _client.DriveState.WithFile("a/b.txt", [1, 2]);

        _client.DriveState.VerifyFile("a/b.txt").VerifyFile("A/B.TXT", [1, 2]).VerifyNothing("a/c.txt");
        var missing = Assert.Throws<EmulatorAssertionException>(() => _client.DriveState.VerifyFile("a/c.txt"));
        Assert.Contains("a/b.txt", missing.Message, StringComparison.Ordinal);
        Assert.Throws<EmulatorAssertionException>(() => _client.DriveState.VerifyFile("a"));
        Assert.Throws<EmulatorAssertionException>(() => _client.DriveState.VerifyFile("a/b.txt", [1, 3]));
        Assert.Throws<EmulatorAssertionException>(() => _client.DriveState.VerifyFile("a/b.txt", [1]));
        Assert.Throws<EmulatorAssertionException>(() => _client.DriveState.VerifyNothing("a/b.txt"));
    }

    [Fact]
    public async Task WithFilesOf_TakesAFolderOfThisMachine()
    {
        var folder = Directory.CreateTempSubdirectory("seed-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "empty"));
            var file = Path.Combine(folder.FullName, "large.bin");
            await File.WriteAllBytesAsync(file, Bytes.Of(200_000));
            File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));

            _client.DriveState.WithFilesOf(folder.FullName, "below/here").VerifyFile("below/here/large.bin", Bytes.Of(200_000));
            Assert.True(_client.DriveState.FindItem("below/here/empty")!.IsFolder);
            Assert.Equal(
                new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero),
                _client.DriveState.FindItem("below/here/large.bin")!.FileSystemModified);

            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "~$lock.docx"), [1]);
            var refused = Assert.Throws<InvalidOperationException>(() => _client.DriveState.WithFilesOf(folder.FullName));
            Assert.Contains("~$lock.docx", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AFixture_StartsPreparesAndStops()
    {
        var fixture = new Fixture();
        Assert.Throws<InvalidOperationException>(() => fixture.Emulator);
        await fixture.InitializeAsync();
        var endpoint = fixture.Emulator.Endpoint;

        Assert.Equal("fabrikam.example", fixture.Emulator.DefaultUser.Mail.Split('@')[1]);
        fixture.Emulator.DefaultUser.Drive.VerifyFile("prepared.txt");

        await fixture.DisposeAsync();
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(endpoint));
    }

    private sealed class Fixture : EmulatorFixture
    {
        protected override void Configure(EmulatorOptions options) => options.TenantDomain = "fabrikam.example";

        protected override void Prepare(OneDriveEmulator emulator) => emulator.DefaultUser.WithFile("prepared.txt", [1]);
    }
}
