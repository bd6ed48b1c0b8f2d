namespace OneDrive.Sdk;

/// <summary>The file times on the machine of the user, which the service stores in addition to its own.</summary>
public sealed class FileSystemTimes
{
    /// <summary>When the file was created.</summary>
    /// <value><see langword="null"/> does not change the time.</value>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When the content was last changed.</summary>
    /// <value><see langword="null"/> does not change the time.</value>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When the file was last opened; stored by supported on personal drives only, in the list of recent files.</summary>
    /// <value><see langword="null"/> does not change the time.</value>
    public DateTimeOffset? LastAccessed { get; init; }
}
