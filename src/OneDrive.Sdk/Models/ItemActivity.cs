namespace OneDrive.Sdk.Models;

/// <summary>An activity of a user on an item.</summary>
[JsonModel]
public sealed partial class ItemActivity : Entity
{
    /// <summary>Present when the item was opened.</summary>
    public AccessAction? Access { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? ActivityDateTime { get; init; }

    /// <summary>Who did it.</summary>
    public IdentitySet? Actor { get; init; }

    /// <summary>The item that it was done with; returned only when it is expanded.</summary>
    public DriveItem? DriveItem { get; init; }

    /// <summary>What was done; not in the published schema.</summary>
    public ItemActionSet? Action { get; init; }

    /// <summary>When it was noticed; not in the published schema.</summary>
    public ItemActivityTimeSet? Times { get; init; }
}
