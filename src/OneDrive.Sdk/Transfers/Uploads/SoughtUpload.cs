namespace OneDrive.Sdk.Transfers;

/// <summary>The expected result of an upload whose last response was lost.</summary>
/// <param name="Destination">Where the content was sent.</param>
/// <param name="Conflict">What was to happen when the name was taken.</param>
/// <param name="Length">The length of the content.</param>
/// <param name="GetHash">Gives the QuickXorHash of the content in base64; null when it is not known.</param>
internal sealed record SoughtUpload(
    ItemAddress Destination, ConflictBehavior Conflict, long Length, Func<CancellationToken, ValueTask<string?>> GetHash)
{
    /// <summary>The times that the file was to get.</summary>
    internal FileSystemTimes? Times { get; init; }

    /// <summary>What stood at the destination before; null when that is not known.</summary>
    internal DestinationSnapshot? Before { get; init; }

    /// <summary>When the session or the request began, by the service's clock.</summary>
    internal Func<DateTimeOffset> Since { get; init; } = () => DateTimeOffset.MaxValue;

    /// <summary>Whether the last byte was sent, without which there cannot be a file.</summary>
    internal bool SentLastByte { get; init; }

    /// <summary>The folder in which the service may have given the file another name; null when the file can have one place only.</summary>
    internal ItemAddress? FolderOfRenamed => Conflict is ConflictBehavior.Rename ? Destination.Parent : null;
}
