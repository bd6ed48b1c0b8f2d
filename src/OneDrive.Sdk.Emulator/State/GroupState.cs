using System.Collections.Concurrent;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>A group with a document library.</summary>
internal sealed record GroupState(string Id, string DisplayName, string Mail, DriveState Drive)
{
    /// <summary>The other lists of its site by their ids: trees of entries without files.</summary>
    public ConcurrentDictionary<string, DriveState> Lists { get; } = new(StringComparer.OrdinalIgnoreCase);
}
