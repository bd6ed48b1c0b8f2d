using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>One answer with changes.</summary>
/// <param name="Items">
/// What changed, in order; each item once, as the page has it last. An item with <see cref="DriveItem.Deleted"/> is gone. A later page may
/// hold the same item again, and then the later one is true. Items are known by their id: they come without a path.
/// </param>
/// <param name="Checkpoint">
/// Where to go on. Store it once the items of this page are dealt with: whoever starts again from it misses nothing.
/// </param>
/// <param name="IsLast">Whether this page brings the caller up to date; the checkpoint then leads to what changes later.</param>
public sealed record ChangePage(IReadOnlyList<DriveItem> Items, DeltaCheckpoint Checkpoint, bool IsLast);
