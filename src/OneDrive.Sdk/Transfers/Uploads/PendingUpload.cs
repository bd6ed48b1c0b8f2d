using System.Globalization;

namespace OneDrive.Sdk;

/// <summary>An upload that was begun with a resume key and is not complete. It does not hold the upload URL, which is a secret.</summary>
public sealed class PendingUpload
{
    /// <summary>The resume key of the upload.</summary>
    public required string ResumeKey { get; init; }

    /// <summary>The address of the destination as <see cref="ItemAddress.ToString"/> prints it.</summary>
    public required string Destination { get; init; }

    /// <summary>The length of the content in bytes.</summary>
    public long Length { get; init; }

    /// <summary>When the service began the session.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When the service ends the session, as it said at the beginning; each fragment may put it off.</summary>
    /// <value>Null when the service did not say.</value>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether the file is made only by <c>CommitUploadAsync</c>.</summary>
    public bool DeferCommit { get; init; }

    /// <summary>
    /// Whether the service has every byte and the file only has to be made: its commit was deferred, or was refused because of a name, a
    /// condition or the quota.
    /// </summary>
    public bool IsComplete { get; init; }

    internal static PendingUpload From(UploadSessionRecord record) => new()
    {
        ResumeKey = record.Key,
        Destination = record.Destination,
        Length = record.Length,
        Created = record.Created,
        Expires = record.Expires,
        DeferCommit = record.DeferCommit,
        IsComplete = record.ContentHash is not null,
    };

    /// <summary>Describes the upload.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Upload '{ResumeKey}' of {Length} bytes to {Destination}, created {Created:u}");
}
