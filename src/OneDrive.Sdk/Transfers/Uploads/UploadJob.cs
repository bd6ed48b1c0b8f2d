using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>One upload: what goes where, and how.</summary>
internal sealed record UploadJob(
    ItemAddress Destination, UploadSource Source, UploadOptions Options, TimeProvider TimeProvider)
{
    /// <summary>The fingerprint of the content, from the caller or computed.</summary>
    internal string? Fingerprint { get; init; }

    /// <summary>A session that was created for the upload; null if it creates its own.</summary>
    internal PreparedSession? Prepared { get; init; }

    internal ProgressMeter Progress { get; } = new(Options.Progress, TimeProvider);

    internal long Length => Source.Length;

    /// <summary>What to look for when the last answer is lost.</summary>
    /// <param name="before">The state of the destination before the upload; null if unknown.</param>
    internal SoughtUpload Sought(DestinationSnapshot? before) => new(
        Destination,
        Options.Conflict,
        Length,
        async cancellationToken => await Source.GetHashAsync(cancellationToken).ConfigureAwait(false))
    {
        Before = before,
        Times = Options.Times,
    };

    /// <summary>The address of the uploaded file: its destination, unless the service renamed it.</summary>
    internal ItemAddress AddressOf(DriveItem item) => item switch
    {
        _ when Destination.Name is not { } name || string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase) => Destination,
        { Id: not null, ParentReference.DriveId: not null } => item.Address,
        { Id: { } id } when Destination.Drive is { } drive => drive.Item(id),
        _ => Destination,
    };

    /// <summary>Reports acknowledged bytes.</summary>
    internal void Acknowledge(long bytes) => Progress.Report(bytes, Length);

    /// <exception cref="UploadNotResumableException">The content cannot be read again from its beginning.</exception>
    internal void RequireBeginning(Exception? error)
    {
        if (!Source.CanReadFrom(0))
        {
            throw new UploadNotResumableException(
                "The upload session was lost, and the stream cannot be read again from its beginning. Upload from a seekable stream, "
                + $"or set {nameof(UploadOptions)}.{nameof(UploadOptions.Spool)}.",
                error);
        }
    }
}
