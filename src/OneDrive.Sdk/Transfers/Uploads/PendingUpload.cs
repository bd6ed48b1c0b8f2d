using System.Globalization;

namespace OneDrive.Sdk;

/// <summary>An incomplete upload that was started with a resume key. It does not contain the upload URL, which is a secret.</summary>
public sealed class PendingUpload
{
    /// <summary>The resume key of the upload.</summary>
    public required string ResumeKey { get; init; }

    /// <summary>The address of the destination, as formatted by <see cref="ItemAddress.ToString"/>.</summary>
    public required string Destination { get; init; }

    /// <summary>The length of the content in bytes.</summary>
    public long Length { get; init; }

    /// <summary>When the session was created.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When the session expires, as returned when it was created; each fragment may extend it.</summary>
    /// <value><see langword="null"/> if the service did not return it.</value>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether the file is created only by <c>CommitUploadAsync</c>.</summary>
    public bool DeferCommit { get; init; }

    /// <summary>
    /// Whether the service has received all bytes and only the commit is missing: it was deferred, or was rejected because of the name, a
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
