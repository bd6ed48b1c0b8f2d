using Microsoft.Win32.SafeHandles;

namespace OneDrive.Sdk.Transfers;

/// <summary>A download into a file that does not have its name yet. What is there is noted in the journal from time to time.</summary>
internal sealed class FileSink(SafeFileHandle file, DownloadJournal? journal, ContentDigest digest) : DownloadSink(digest)
{
    /// <summary>After so many bytes there is a note: no more than that is fetched again when the process ends at once.</summary>
    private const long NoteEvery = 4 * 1024 * 1024;

    /// <summary>The same for content that is not hashed, which is flushed to the disk before each note.</summary>
    private const long FlushEvery = 64 * 1024 * 1024;

    private readonly Dictionary<long, (long Length, byte[]? Hash)> _beyondGap = [];
    private readonly SemaphoreSlim _turn = new(1);
    private DownloadVersion? _version;
    private long _noted;

    internal override bool CanGoBack => true;

    internal override DownloadVersion? Version => _version;

    /// <summary>Whether ranges can be written in any order.</summary>
    internal bool TakesRanges => Digest.JoinsPieces;

    /// <summary>Resumes the content of an earlier call, up to the last journal entry that matches it.</summary>
    internal async Task ResumeAsync(DownloadNotes notes, CancellationToken cancellationToken)
    {
        var position = await StoredBytes.FindAsync(file, notes.Marks, Digest, cancellationToken).ConfigureAwait(false);
        if (position == 0)
            return;
        (_version, _noted, Position) = (notes.Version, position, position);
    }

    internal override async ValueTask RecogniseAsync(DownloadVersion? version, CancellationToken cancellationToken)
    {
        if (Position > 0)
            return;
        _version = version;
        if (journal is not null)
            await journal.BeginAsync(version, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes anywhere; it counts when the whole range is accepted.</summary>
    internal ValueTask WriteAtAsync(long position, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        RandomAccess.WriteAsync(file, bytes, position, cancellationToken);

    /// <summary>Takes a range that was written as a whole; it becomes part of what is there when everything before it is there.</summary>
    /// <param name="range">The range.</param>
    /// <param name="hash">The hash of the range alone; null if it is not hashed.</param>
    /// <param name="cancellationToken">Cancels the note.</param>
    /// <returns>How many ranges have become part of it.</returns>
    internal async ValueTask<int> AcceptAsync(ByteRange range, byte[]? hash, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var joined = 0;
            _beyondGap.Add(range.Start, (range.Length, hash));
            for (; _beyondGap.Remove(Position, out var next); joined++)
            {
                if (next.Hash is { } known)
                    Digest.Append(known, next.Length);
                Position += next.Length;
            }

            await AdvancedAsync(cancellationToken).ConfigureAwait(false);
            return joined;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets the ranges that have a gap before them.</summary>
    internal void DropBeyondGap() => _beyondGap.Clear();

    /// <summary>Notes how far the download is.</summary>
    internal async ValueTask NoteAsync(CancellationToken cancellationToken)
    {
        if (journal is null || _version is null || Position <= _noted)
            return;
        if (!IsHashed)
            RandomAccess.FlushToDisk(file);
        await journal.NoteAsync(Position, IsHashed ? Digest.QuickXor : DownloadMark.Flushed, cancellationToken).ConfigureAwait(false);
        _noted = Position;
    }

    internal override async ValueTask<byte[]?> ReadTailAsync(CancellationToken cancellationToken)
    {
        var tail = new byte[Math.Min(Position, SecondLook.TailLength)];
        var count = await RandomAccess.ReadAsync(file, tail, Position - tail.Length, cancellationToken).ConfigureAwait(false);
        return count == tail.Length ? tail : null;
    }

    internal override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    private protected override ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        WriteAtAsync(Position, bytes, cancellationToken);

    // The room on the disk is kept, and what is in it is overwritten.
    private protected override void TakeBack() => _noted = 0;

    private protected override ValueTask AdvancedAsync(CancellationToken cancellationToken) =>
        Position - _noted >= (IsHashed ? NoteEvery : FlushEvery) ? NoteAsync(cancellationToken) : default;
}
