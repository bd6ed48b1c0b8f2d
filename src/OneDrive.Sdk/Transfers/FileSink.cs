using Microsoft.Win32.SafeHandles;

namespace OneDrive.Sdk.Transfers;

/// <summary>A download into a file that does not have its name yet. What is there is noted in the journal from time to time.</summary>
internal sealed class FileSink(SafeFileHandle file, DownloadJournal? journal, ContentDigest digest) : DownloadSink(digest)
{
    /// <summary>After so many bytes there is a note: no more than that is fetched again when the process ends at once.</summary>
    private const long NoteEvery = 4 * 1024 * 1024;

    private DownloadVersion? _version;
    private long _noted;

    internal override bool CanStartOver => true;

    internal override DownloadVersion? Version => _version;

    /// <summary>Goes on with what an earlier call left: the bytes up to the last note that they still agree with.</summary>
    internal async Task ResumeAsync(DownloadNotes notes, CancellationToken cancellationToken)
    {
        var position = await StoredBytes.FindAsync(file, notes.Marks, Digest, cancellationToken).ConfigureAwait(false);
        if (position == 0)
            return;
        (_version, _noted, Position) = (notes.Version, position, position);
    }

    internal override async ValueTask RecogniseAsync(DownloadVersion? version, CancellationToken cancellationToken)
    {
        if (journal is null || Position > 0)
            return;
        _version = version;
        await journal.BeginAsync(version, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes how far the download is.</summary>
    internal async ValueTask NoteAsync(CancellationToken cancellationToken)
    {
        if (journal is null || _version is null || Position <= _noted)
            return;
        await journal.NoteAsync(Position, Digest.QuickXor, cancellationToken).ConfigureAwait(false);
        _noted = Position;
    }

    internal override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private protected override ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        RandomAccess.WriteAsync(file, bytes, Position, cancellationToken);

    // The room on the disk is kept, and what is in it is overwritten.
    private protected override void TakeBack() => _noted = 0;

    private protected override ValueTask AdvancedAsync(CancellationToken cancellationToken) =>
        Position - _noted >= NoteEvery ? NoteAsync(cancellationToken) : default;
}
