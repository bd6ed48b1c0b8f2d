namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>Adds up the bytes of the files of a folder that are done, also of files that are still under way.</summary>
internal sealed class FolderMeter(IProgress<TransferProgress>? progress, TimeProvider timeProvider)
{
    private readonly object _gate = new();
    private readonly ProgressMeter _meter = new(progress, timeProvider);
    private long _done;
    private long _total;

    /// <summary>Begins a file; null when nothing listens.</summary>
    internal FileMeter? Begin(long length)
    {
        if (progress is null)
            return null;
        Add(0, length);
        return new FileMeter(this, length);
    }

    private void Add(long bytes, long length)
    {
        lock (_gate)
        {
            _done += bytes;
            _total += length;
            _meter.Report(_done, _total);
        }
    }

    /// <summary>One file. What it reported stays counted when it fails; a file that is done counts with its whole length.</summary>
    internal sealed class FileMeter(FolderMeter folder, long length) : IProgress<TransferProgress>
    {
        private readonly object _own = new();
        private long _reported;

        public void Report(TransferProgress value) => MoveTo(Math.Min(value.BytesTransferred, length));

        internal void Complete() => MoveTo(length);

        private void MoveTo(long bytes)
        {
            long step;
            lock (_own)
            {
                step = bytes - _reported;
                if (step <= 0)
                    return;
                _reported = bytes;
            }

            folder.Add(step, 0);
        }
    }
}
