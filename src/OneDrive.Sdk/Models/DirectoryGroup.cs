namespace OneDrive.Sdk.Models;

/// <summary>A group in the directory, as far as it is needed to choose a drive.</summary>
[JsonModel]
public sealed partial class DirectoryGroup : Entity
{
    /// <summary>The display name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Mail { get; init; }

    /// <summary>The kinds of the group; only groups with the kind <c>Unified</c> have a drive.</summary>
    public IReadOnlyList<string> GroupTypes { get => field ?? []; init; }
}
