namespace OneDrive.Sdk;

/// <summary>The times that a file has on the user's own machine; the service keeps them beside its own.</summary>
public sealed class FileSystemTimes
{
    /// <summary>When the file was created.</summary>
    /// <value>Null leaves the time as it is.</value>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When the content was last changed.</summary>
    /// <value>Null leaves the time as it is.</value>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When the file was last opened; only personal drives keep it, in the list of recent files.</summary>
    /// <value>Null leaves the time as it is.</value>
    public DateTimeOffset? LastAccessed { get; init; }
}
