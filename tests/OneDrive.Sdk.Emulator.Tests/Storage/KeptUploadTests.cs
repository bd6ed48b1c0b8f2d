using System.Net;
using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Storage;

public sealed class KeptUploadTests : IAsyncLifetime
{
    private KeptEmulator _kept = null!;

    public async Task InitializeAsync() => _kept = await KeptEmulator.StartAsync();

    public async Task DisposeAsync() => await _kept.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnUpload_GoesOnWhereItWas(bool isKilled)
    {
        var (url, content) = await _kept.Client.BeginUploadAsync("folder/a.bin");
        await (isKilled ? _kept.RestartAsAfterAKillAsync() : _kept.RestartAsync());

        url = new Uri(url).PathAndQuery;
        Assert.Equal([$"{Bytes.FragmentUnit}-"], await _kept.Client.GetNextRangesAsync(url));
        using var last = await _kept.Client.PutFragmentAsync(url, content, Bytes.FragmentUnit, content.Length);

        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        Assert.Equal(content, await _kept.Drive.ReadContentAsync("folder/a.bin"));
        Assert.Equal(0, _kept.Client.Emulator.OpenUploadSessions);
    }

    [Fact]
    public async Task OnAPersonalDrive_TheWholeFileIsInItsSha1()
    {
        await using var kept = await KeptEmulator.StartAsync(options => options.DriveType = EmulatorDriveType.Personal);
        var (url, content) = await kept.Client.BeginUploadAsync("a.bin");
        await kept.RestartAsAfterAKillAsync();
        using var last = await kept.Client.PutFragmentAsync(new Uri(url).PathAndQuery, content, Bytes.FragmentUnit, content.Length);
        await kept.RestartAsync();

        var file = (await kept.GetJsonAsync($"{kept.Client.Drive}/root:/a.bin"))["file"]!;

#pragma warning disable CA5350 // The service tells this hash; nothing is protected by it.
        Assert.Equal(Convert.ToHexString(SHA1.HashData(content)), file["hashes"]!["sha1Hash"]!.GetValue<string>());
#pragma warning restore CA5350
    }

    [Fact]
    public async Task BytesBehindTheLastAcknowledgedFragment_DoNotCount()
    {
        var (url, content) = await _kept.Client.BeginUploadAsync("a.bin");
        await _kept.Client.DisposeAsync();
        var file = Directory.GetFiles(Path.Combine(_kept.Folder, "content"), "*", SearchOption.AllDirectories).Single();
        await using (var stream = new FileStream(file, FileMode.Append))
        {
            stream.Write(Bytes.Of(content.Length, seed: 9));
        }

        await _kept.OpenAsync();
        url = new Uri(url).PathAndQuery;
        using var last = await _kept.Client.PutFragmentAsync(url, content, Bytes.FragmentUnit, content.Length);

        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        Assert.Equal(content, await _kept.Drive.ReadContentAsync("a.bin"));
    }

    [Fact]
    public async Task AnUploadThatWasRefused_CanStillBeTakenUnderAnotherName()
    {
        var url = await _kept.Client.CreateSessionAsync("a.bin", """{"item":{"@microsoft.graph.conflictBehavior":"fail"}}""");
        _kept.Drive.WithFile("a.bin", [9]);
        using var refused = await _kept.Client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await _kept.RestartAsAfterAKillAsync();

        var body = $$"""{"name":"b.bin","@microsoft.graph.sourceUrl":"{{new Uri(url).PathAndQuery}}"}""";
        using var taken = await _kept.Client.SendAsync(
            HttpMethod.Put, $"{_kept.Client.Drive}/root:/b.bin", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        Assert.Equal([1, 2, 3], await _kept.Drive.ReadContentAsync("b.bin"));
    }

    [Fact]
    public async Task AnUploadThatEnded_StaysEnded()
    {
        var (cancelled, _) = await _kept.Client.BeginUploadAsync("cancelled.bin");
        using var cancel = await _kept.Client.SendAnonymouslyAsync(HttpMethod.Delete, cancelled);
        var (done, content) = await _kept.Client.BeginUploadAsync("done.bin");
        using var last = await _kept.Client.PutFragmentAsync(done, content, Bytes.FragmentUnit, content.Length);

        await _kept.RestartAsAfterAKillAsync();

        Assert.Equal(0, _kept.Client.Emulator.OpenUploadSessions);
        using var status = await _kept.Client.SendAnonymouslyAsync(HttpMethod.Get, new Uri(done).PathAndQuery);
        Assert.Equal(HttpStatusCode.NotFound, status.StatusCode);
        Assert.Equal(content, await _kept.Drive.ReadContentAsync("done.bin"));
    }

    [Fact]
    public async Task TheSecretOfAnUploadAddress_IsNotInTheFolder()
    {
        var (url, _) = await _kept.Client.BeginUploadAsync("a.bin");
        var secret = url[(url.IndexOf("tempauth=", StringComparison.Ordinal) + 9)..];

        Assert.DoesNotContain(secret, await File.ReadAllTextAsync(_kept.Journal), StringComparison.Ordinal);
    }
}
