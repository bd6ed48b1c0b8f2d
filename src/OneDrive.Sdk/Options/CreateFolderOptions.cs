namespace OneDrive.Sdk;

/// <summary>Options for creating a folder.</summary>
public sealed class CreateFolderOptions
{
    /// <summary>The behavior when the name is already in use.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;
}
