namespace OneDrive.Sdk.Transfers;

/// <summary>Where a download goes, with the hash of what went there.</summary>
internal sealed class DownloadSink(Stream destination)
{
    private readonly long _origin = destination.CanSeek ? destination.Position : 0;
    private readonly QuickXorHash _hash = new();

    /// <summary>How many bytes were written; the download goes on from here.</summary>
    internal long Position { get; private set; }

    internal bool CanStartOver => Position == 0 || destination.CanSeek;

    internal string Hash => Convert.ToBase64String(_hash.GetCurrentHash());

    internal async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await destination.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        _hash.Append(bytes.Span);
        Position += bytes.Length;
    }

    internal Task FlushAsync(CancellationToken cancellationToken) => destination.FlushAsync(cancellationToken);

    /// <summary>Takes back everything that was written.</summary>
    internal void StartOver()
    {
        if (Position == 0)
            return;
        destination.SetLength(_origin);
        destination.Position = _origin;
        _hash.Reset();
        Position = 0;
    }
}
