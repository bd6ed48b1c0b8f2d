namespace OneDrive.Sdk.Emulator.State;

/// <summary>What happened to an item.</summary>
internal enum ChangeKind
{
    /// <summary>It is new, or something about it is.</summary>
    Changed,

    /// <summary>Who may see it changed.</summary>
    Shared,

    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>It was moved: it left the folders that are named, and is still there.</summary>
    Left,
}
