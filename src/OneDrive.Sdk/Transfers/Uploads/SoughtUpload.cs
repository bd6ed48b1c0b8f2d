namespace OneDrive.Sdk.Transfers;

/// <summary>The expected result of an upload whose last response was lost.</summary>
/// <param name="Destination">Where the content was sent.</param>
/// <param name="Conflict">What was to happen when the name was taken.</param>
/// <param name="Length">The length of the content.</param>
/// <param name="GetHash">Gets the base64-encoded QuickXorHash of the content; null if unknown.</param>
internal sealed record SoughtUpload(
    ItemAddress Destination, ConflictBehavior Conflict, long Length, Func<CancellationToken, ValueTask<string?>> GetHash)
{
    /// <summary>The times that the file was to get.</summary>
    internal FileSystemTimes? Times { get; init; }

    /// <summary>The state of the destination before the upload; null if unknown.</summary>
    internal DestinationSnapshot? Before { get; init; }

    /// <summary>When the session or the request started, by the service's clock.</summary>
    internal Func<DateTimeOffset> Since { get; init; } = () => DateTimeOffset.MaxValue;

    /// <summary>Whether the last byte was sent; otherwise the file cannot exist.</summary>
    internal bool SentLastByte { get; init; }

    /// <summary>The folder in which the service may have renamed the file; null if the file can have one name only.</summary>
    internal ItemAddress? FolderOfRenamed => Conflict is ConflictBehavior.Rename ? Destination.Parent : null;
}
