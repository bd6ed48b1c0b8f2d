using System.Globalization;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>The versions of an entry of a list before the present one, the newest first. Guarded by the lock of the drive.</summary>
internal sealed class FieldHistory(int current = 1)
{
    private readonly List<FieldVersion> _earlier = [];
    private int _current = current;

    public int Current => _current;

    public IReadOnlyList<FieldVersion> Earlier => _earlier;

    /// <summary>Keeps what is in the columns, before it changes.</summary>
    public void Push(ItemNode entry)
    {
        _earlier.Insert(0, Present(entry));
        _current++;
    }

    /// <summary>Puts back what was saved, the newest first.</summary>
    public void Restore(IEnumerable<FieldVersion> earlier) => _earlier.AddRange(earlier);

    public IReadOnlyList<FieldVersion> All(ItemNode entry) => [Present(entry), .. _earlier];

    public FieldVersion Find(ItemNode entry, string id)
        => All(entry).FirstOrDefault(version => version.Id == id) ?? throw GraphError.ItemNotFound();

    private FieldVersion Present(ItemNode entry) => new(
        string.Create(CultureInfo.InvariantCulture, $"{_current}.0"), entry.Fields.ToDictionary(), entry.Modified, entry.ModifiedBy);
}
