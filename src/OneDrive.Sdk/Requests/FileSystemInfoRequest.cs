namespace OneDrive.Sdk.Requests;

/// <summary>The times to store with an item; what is null stays as it is and is not sent.</summary>
[JsonRequest]
internal sealed partial class FileSystemInfoRequest
{
    public DateTimeOffset? CreatedDateTime { get; init; }

    public DateTimeOffset? LastAccessedDateTime { get; init; }

    public DateTimeOffset? LastModifiedDateTime { get; init; }

    /// <summary>The body part for the times that the caller gave.</summary>
    /// <param name="times">The times; null when the caller gave none.</param>
    /// <returns>Null when there is nothing to send.</returns>
    internal static FileSystemInfoRequest? From(FileSystemTimes? times) =>
        times is { Created: null, LastAccessed: null, LastModified: null } or null
        ? null
        : new()
        {
            CreatedDateTime = times.Created,
            LastAccessedDateTime = times.LastAccessed,
            LastModifiedDateTime = times.LastModified,
        };
}
