using System.Globalization;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>What of a drive others may see, and how a library names its items.</summary>
internal sealed partial class DriveState
{
    /// <summary>The name that a user gave the drive; null for the usual one.</summary>
    public string? Name
    {
        get;
        set => Unsaved.Note(field = value);
    }

    public string? Description
    {
        get;
        set => Unsaved.Note(field = value);
    }

    /// <summary>The items that have permissions of their own.</summary>
    public HashSet<ItemNode> SharedItems { get; } = [];

    /// <summary>The item behind an entry of the library, by the id that it has in the list, or by its own.</summary>
    public ItemNode? FindByListItemId(string listItemId)
        => FindById(listItemId)
            ?? (int.TryParse(listItemId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > 0
                && number <= _listed.Count
                && _listed[number - 1] is { } item
                    ? FindById(item.Id)
                    : null);

    /// <summary>Notes that who may see the item changed.</summary>
    public void SharingChanged(ItemNode item)
    {
        Changes.Shared(item);
        if (item.Permissions.Count > 0)
        {
            SharedItems.Add(item);
        }
        else
        {
            SharedItems.Remove(item);
        }
    }
}
