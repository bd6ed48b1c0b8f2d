namespace OneDrive.Sdk.Emulator.State;

/// <summary>The last things that were done with an item. Guarded by the lock of the drive.</summary>
internal sealed class ItemUses
{
    private const int Kept = 1000;

    private readonly Queue<ItemUse> _uses = [];
    private int _last;

    public IReadOnlyCollection<ItemUse> List() => _uses;

    public void Add(string kind, DateTimeOffset time, Actor actor)
    {
        _uses.Enqueue(new ItemUse(++_last, kind, time, actor));
        if (_uses.Count > Kept)
        {
            _uses.Dequeue();
        }
    }
}
