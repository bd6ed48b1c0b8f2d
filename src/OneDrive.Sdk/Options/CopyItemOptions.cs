namespace OneDrive.Sdk;

/// <summary>How an item is copied. See <see href="https://learn.microsoft.com/graph/api/driveitem-copy"/>.</summary>
public sealed class CopyItemOptions
{
    /// <summary>The name of the copy, not encoded.</summary>
    /// <value>Default: <see langword="null"/>, the name of the original.</value>
    public string? NewName { get; init; }

    /// <summary>
    /// What happens when the name is taken. <see cref="ConflictBehavior.Replace"/> works for files only; personal drives take no choice.
    /// </summary>
    /// <value>Default: <see langword="null"/>, not sent: the copy then fails, as with <see cref="ConflictBehavior.Fail"/>.</value>
    public ConflictBehavior? Conflict { get; init; }

    /// <summary>
    /// Whether what is in the folder is copied and not the folder itself; the only way to copy a root folder. It does not go with
    /// <see cref="NewName"/>.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool ChildrenOnly { get; init; }

    /// <summary>Whether older versions of files are copied too; the service ignores it together with <see cref="NewName"/>.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeAllVersionHistory { get; init; }
}
