namespace OneDrive.Sdk;

/// <summary>How a small file is created together with what is known of it.</summary>
public sealed class CreateFileOptions
{
    /// <summary>What happens when the name is taken.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;

    /// <summary>The media type of the content, such as <c>text/plain</c>.</summary>
    /// <value>Default: <c>application/octet-stream</c>.</value>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>A description of the file for people to read.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Description { get; init; }

    /// <summary>The times that the file has on the user's machine.</summary>
    /// <value>Default: <see langword="null"/>, the service uses its own.</value>
    public FileSystemTimes? Times { get; init; }
}
