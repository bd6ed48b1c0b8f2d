using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>One file at a scripted service, whose bytes come as the case says, and a client that fetches it.</summary>
internal sealed class DownloadCase : IAsyncDisposable
{
    /// <summary>Half a file, less than any of its versions has.</summary>
    internal const int Part = 600_000;

    private readonly Func<ScriptedRequest, int, Answer> _bytes;
    private readonly Func<int, ScriptedFile> _describe;
    private readonly OneDriveClient _client;
    private int _asked;
    private int _described;

    /// <summary>A file that is described in the same way each time.</summary>
    /// <param name="file">What the service says of it.</param>
    /// <param name="bytes">Answers a request for bytes: the request, and how many came before it.</param>
    /// <param name="configure">Changes the options of the client.</param>
    internal DownloadCase(ScriptedFile file, Func<ScriptedRequest, int, Answer> bytes, Action<OneDriveOptions>? configure = null)
        : this(_ => file, bytes, configure)
    {
    }

    internal DownloadCase(
        Func<int, ScriptedFile> describe, Func<ScriptedRequest, int, Answer> bytes, Action<OneDriveOptions>? configure = null)
    {
        (_describe, _bytes) = (describe, bytes);
        Service = new ScriptedService(Script);
        _client = FieldClient.Create(Service, configure);
    }

    internal static byte[] Content { get; } = FieldData.Bytes(1_500_000);

    internal static string Page { get; } = "<html>" + new string('x', 210_000) + "</html>";

    internal ScriptedService Service { get; }

    internal OneDriveClient Client => _client;

    internal TemporaryDirectory Directory { get; } = new();

    internal string Path => Directory["x"];

    /// <summary>How many requests for bytes there were.</summary>
    internal int Asked => Volatile.Read(ref _asked);

    private ItemAddress Source => DriveAddress.Me.Path("/" + _describe(0).Name);

    /// <summary>Downloads to a path where a good file is already.</summary>
    internal async Task<DownloadResult> ReplaceAsync(DownloadOptions? options = null)
    {
        await File.WriteAllTextAsync(Path, "good");
        return await _client.Content.DownloadFileAsync(
            Source, Path, new DownloadOptions { Overwrite = true, AcceptUnverified = options?.AcceptUnverified ?? false });
    }

    internal Task<DownloadResult> DownloadFileAsync(DownloadOptions? options = null) =>
        _client.Content.DownloadFileAsync(Source, Path, options);

    internal Task<DownloadResult> DownloadAsync(Stream destination, DownloadOptions? options = null) =>
        _client.Content.DownloadAsync(Source, destination, options);

    internal async Task<byte[]> ReadAsync()
    {
        await using var stream = await _client.Content.OpenReadAsync(Source);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>The good file is as it was, and nothing else is there.</summary>
    internal void AssertOldFileIsUntouched()
    {
        Assert.Equal(["x"], Directory.Files);
        Assert.Equal("good", File.ReadAllText(Path));
    }

    internal void AssertFile(byte[] content)
    {
        Assert.Equal(["x"], Directory.Files);
        Assert.True(File.ReadAllBytes(Path).AsSpan().SequenceEqual(content), "Other bytes are in the file.");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Service.DisposeAsync();
        Directory.Dispose();
        Assert.Empty(Service.Unexpected);
    }

    private Answer? Script(ScriptedRequest request) => request switch
    {
        _ when request.AsksForContentAddress() => Answer.Redirect(Service.At(ScriptedDownload.BytesPath)),
        _ when request.AsksForBytes() => _bytes(request, Interlocked.Increment(ref _asked) - 1),
        _ when request.AsksForItem(_describe(0).Name) => Answer.Json(_describe(Interlocked.Increment(ref _described) - 1).ToJson()),
        _ => null,
    };
}
