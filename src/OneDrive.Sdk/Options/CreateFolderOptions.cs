namespace OneDrive.Sdk;

/// <summary>How a folder is created.</summary>
public sealed class CreateFolderOptions
{
    /// <summary>What happens when the name is taken.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;
}
