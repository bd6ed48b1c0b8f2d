using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>One page of changes.</summary>
/// <param name="Items">
/// The changed items, in order; each item once, in its last state on the page. An item with <see cref="DriveItem.Deleted"/> was deleted. A
/// later page may contain the same item again; the later state applies. Identify items by id, because changes do not contain a path.
/// </param>
/// <param name="Checkpoint">
/// The checkpoint after this page. Store it after the items of this page were processed. Reading from it again does not miss changes.
/// </param>
/// <param name="IsLast">Whether this is the last page. Its checkpoint returns only later changes.</param>
public sealed record ChangePage(IReadOnlyList<DriveItem> Items, DeltaCheckpoint Checkpoint, bool IsLast);
