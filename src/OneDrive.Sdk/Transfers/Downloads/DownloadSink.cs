using System.Runtime.CompilerServices;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Where a download goes, with the hashes of what went there.</summary>
internal abstract class DownloadSink(ContentDigest digest) : IDisposable
{
    /// <summary>How many bytes are there, from the first one on; the download continues from here.</summary>
    internal long Position { get; private protected set; }

    /// <summary>Of which version the bytes of an earlier call are.</summary>
    internal virtual DownloadVersion? Version => null;

    /// <summary>Whether what was written can be taken back.</summary>
    internal abstract bool CanGoBack { get; }

    internal bool CanStartOver => Position == 0 || CanGoBack;

    /// <summary>Whether the content is hashed: always, unless <see cref="SkipHash"/> was called since the start.</summary>
    internal bool IsHashed { get; private set; } = true;

    private protected ContentDigest Digest => digest;

    /// <summary>Ends hashing, because the hash is not compared.</summary>
    internal void SkipHash() => IsHashed = false;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    internal async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await PutAsync(bytes, cancellationToken).ConfigureAwait(false);
        if (IsHashed)
            digest.Append(bytes.Span);
        Position += bytes.Length;
        await AdvancedAsync(cancellationToken).ConfigureAwait(false);
    }

    internal HashComparison CompareWith(DriveItem item) => IsHashed ? digest.CompareWith(item) : HashComparison.Skipped;

    /// <summary>Whether the hashes can be compared with one that the service gives.</summary>
    internal bool CanCompareWith(DriveItem item) => digest.CanCompareWith(item);

    /// <summary>The QuickXorHash of what is there.</summary>
    internal string QuickXor => digest.QuickXor;

    /// <summary>The last bytes that are there, up to <see cref="SecondLook.TailLength"/>; null when they are not kept.</summary>
    internal virtual ValueTask<byte[]?> ReadTailAsync(CancellationToken cancellationToken) => default;

    /// <summary>Takes back everything that was written.</summary>
    internal void StartOver()
    {
        if (Position > 0)
            TakeBack();
        digest.Reset();
        IsHashed = true;
        Position = 0;
    }

    /// <summary>Told of which version the bytes are that come now.</summary>
    internal virtual ValueTask RecogniseAsync(DownloadVersion? version, CancellationToken cancellationToken) => default;

    internal abstract Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>Writes at the position.</summary>
    private protected abstract ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    private protected abstract void TakeBack();

    private protected virtual ValueTask AdvancedAsync(CancellationToken cancellationToken) => default;

    public virtual void Dispose() => digest.Dispose();
}
