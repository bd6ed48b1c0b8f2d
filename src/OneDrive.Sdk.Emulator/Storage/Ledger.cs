using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>Takes down what happened outside of drives, until it is saved. An emulator without a data folder keeps none.</summary>
internal sealed class Ledger(bool isKept)
{
    private readonly object _gate = new();
    private List<StateEntry> _entries = [];

    public bool IsKept => isKept;

    public void Note(StateEntry entry) => NoteIf(() => true, () => entry);

    /// <summary>Notes an entry unless something was over before; both is found out at once.</summary>
    public void NoteIf(Func<bool> isWanted, Func<StateEntry> entry)
    {
        if (!isKept)
        {
            return;
        }

        lock (_gate)
        {
            if (isWanted())
            {
                _entries.Add(entry());
            }
        }
    }

    public List<StateEntry> Take()
    {
        lock (_gate)
        {
            var taken = _entries;
            _entries = [];
            return taken;
        }
    }
}
