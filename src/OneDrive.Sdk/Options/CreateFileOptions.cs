namespace OneDrive.Sdk;

/// <summary>Options for creating a small file together with its metadata.</summary>
public sealed class CreateFileOptions
{
    /// <summary>The behavior when the name is already in use.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;

    /// <summary>The media type of the content, such as <c>text/plain</c>.</summary>
    /// <value>Default: <c>application/octet-stream</c>.</value>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>A description of the file.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Description { get; init; }

    /// <summary>The file times on the machine of the user.</summary>
    /// <value>Default: <see langword="null"/>, the times of the service.</value>
    public FileSystemTimes? Times { get; init; }
}
