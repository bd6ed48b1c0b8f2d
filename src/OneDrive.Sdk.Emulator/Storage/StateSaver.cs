using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>
/// Keeps what an emulator knows in its folder: each change in a journal before its answer is sent, everything in a snapshot when the
/// journal has grown. Does nothing for an emulator without a folder.
/// </summary>
internal sealed class StateSaver : IDisposable
{
    private readonly object _gate = new();
    private readonly EmulatorState _state;
    private readonly DataFolder? _folder;
    private readonly long _longestJournal;
    private Journal? _journal;
    private int _generation;
    private long _snapshotLength;
    private bool _mustRewrite;
    private bool _disposed;

    private StateSaver(EmulatorState state, DataFolder? folder, long longestJournal)
        => (_state, _folder, _longestJournal) = (state, folder, longestJournal);

    /// <summary>What was found out of order at the start, in words for display.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Opens the folder that the options name, and restores what is in it.</summary>
    public static (EmulatorState State, StateSaver Saver) Open(EmulatorOptions options)
    {
        var saved = new SavedState();
        if (options.DataFolder is null)
        {
            var empty = new EmulatorState(options, saved, contentFolder: null);
            return (empty, new StateSaver(empty, folder: null, options.LongestJournal));
        }

        var folder = DataFolder.Open(options.DataFolder);
        try
        {
            var generation = folder.FindGeneration();
            var notes = new List<string>();
            Read(folder, generation, saved, notes);
            var state = new EmulatorState(options, saved, folder.ContentFolder);
            StateRestoration.Run(state, saved, options, notes);
            var saver = new StateSaver(state, folder, options.LongestJournal) { _generation = generation };
            saver.Notes.AddRange(notes);
            saver.Compact();
            return (state, saver);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or KeyNotFoundException)
        {
            folder.Dispose();
            throw new InvalidDataException($"The folder '{folder.Path}' contains invalid records: {exception.Message}", exception);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Saves what changed. When it returns, no end of the process can undo it.</summary>
    /// <exception cref="IOException">The disk takes no more; the next call tries again.</exception>
    public void Save()
    {
        if (_folder is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            if (_mustRewrite)
            {
                SaveAnew();
                return;
            }

            var released = _state.Content.TakeReleased();
            try
            {
                _journal!.Append(_state.TakeUnsaved());
            }
            catch
            {
                released.ForEach(_state.Content.Release);
                throw;
            }

            released.ForEach(File.Delete);
            if (_journal.Length > Math.Max(_longestJournal, 2 * _snapshotLength))
            {
                Compact();
            }
        }
    }

    /// <summary>
    /// Makes a change that takes things away, and saves everything anew: the journal only knows how things become other things.
    /// </summary>
    /// <exception cref="IOException">The disk takes no more; the next call tries again.</exception>
    public void Rewrite(Action change)
    {
        lock (_gate)
        {
            change();
            if (_folder is not null && !_disposed)
            {
                _mustRewrite = true;
                SaveAnew();
            }
        }
    }

    public void Dispose()
    {
        if (_folder is null)
        {
            return;
        }

        lock (_gate)
        {
            _disposed = true;
            _journal?.Flush();
            _journal?.Dispose();
            _folder.Dispose();
        }
    }

    private void SaveAnew()
    {
        var released = _state.Content.TakeReleased();
        try
        {
            // What waits for the journal stands in the snapshot, or is about something that is gone.
            _state.TakeUnsaved();
            Compact();
            _mustRewrite = false;
        }
        catch
        {
            released.ForEach(_state.Content.Release);
            throw;
        }

        released.ForEach(File.Delete);
    }

    /// <summary>Writes everything into a new snapshot, and starts a new journal behind it.</summary>
    private void Compact()
    {
        var next = _generation + 1;
        var unfinished = _folder!.SnapshotOf(next) + ".part";
        using (var file = PrivateFile.Open(unfinished, FileMode.Create))
        {
            foreach (var part in _state.SaveAll())
            {
                file.Write(RecordLine.Write(part));
            }

            file.Flush(flushToDisk: true);
            _snapshotLength = file.Length;
        }

        File.Move(unfinished, _folder.SnapshotOf(next), overwrite: true);
        _journal?.Dispose();
        _journal = new Journal(_folder.JournalOf(next), length: 0);
        _generation = next;
        _folder.DeleteAllBut(next);
    }

    private static void Read(DataFolder folder, int generation, SavedState saved, List<string> notes)
    {
        if (generation == 0)
        {
            return;
        }

        var snapshot = folder.SnapshotOf(generation);
        if (RecordFile.Read(snapshot, saved.Apply) != new FileInfo(snapshot).Length)
        {
            throw new InvalidDataException($"'{snapshot}' is damaged. Restore it from a backup, or start with another folder.");
        }

        var journal = new FileInfo(folder.JournalOf(generation));
        if (!journal.Exists)
        {
            return;
        }

        var whole = RecordFile.Read(journal.FullName, saved.Apply);
        if (whole < journal.Length)
        {
            notes.Add($"The last record was incomplete: {journal.Length - whole} bytes were removed. All acknowledged changes are kept.");
        }
    }
}
