namespace OneDrive.Sdk;

/// <summary>Options for copying an item. See <see href="https://learn.microsoft.com/graph/api/driveitem-copy"/>.</summary>
public sealed class CopyItemOptions
{
    /// <summary>The name of the copy, not encoded.</summary>
    /// <value>Default: <see langword="null"/>, the name of the original.</value>
    public string? NewName { get; init; }

    /// <summary>
    /// The conflict behavior. <see cref="ConflictBehavior.Replace"/> is supported for files only; personal drives ignore this option.
    /// </summary>
    /// <value>Default: <see langword="null"/>, not sent: the copy then fails, as with <see cref="ConflictBehavior.Fail"/>.</value>
    public ConflictBehavior? Conflict { get; init; }

    /// <summary>
    /// Whether only the content of the folder is copied; required to copy a root folder. It cannot be combined with <see cref="NewName"/>.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool ChildrenOnly { get; init; }

    /// <summary>Whether older versions of files are included; the service ignores this option if <see cref="NewName"/> is set.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeAllVersionHistory { get; init; }
}
