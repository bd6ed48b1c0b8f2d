using System.Text.Json;

namespace OneDrive.Sdk.Models;

/// <summary>The item that a sharing link points to.</summary>
[JsonModel]
public sealed partial class SharedDriveItem : BaseItem
{
    /// <summary>Who owns the shared item.</summary>
    public IdentitySet? Owner { get; init; }

    /// <summary>The item; returned only when it is expanded.</summary>
    public DriveItem? DriveItem { get; init; }

    /// <summary>The items of a shared folder; returned only when they are expanded.</summary>
    public IReadOnlyList<DriveItem> Items { get => field ?? []; init; }

    /// <summary>The shared SharePoint list, as received; returned only when it is expanded.</summary>
    public JsonElement? List { get; init; }

    /// <summary>The shared SharePoint list item, as received; returned only when it is expanded.</summary>
    public JsonElement? ListItem { get; init; }

    /// <summary>The permission that the link stands for; returned only when it is expanded.</summary>
    public Permission? Permission { get; init; }

    /// <summary>The item, by an older name; returned only when it is expanded.</summary>
    public DriveItem? Root { get; init; }

    /// <summary>The site that holds the item, as received; returned only when it is expanded.</summary>
    public JsonElement? Site { get; init; }
}
