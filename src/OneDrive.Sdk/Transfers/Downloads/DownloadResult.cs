using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>The result of a download.</summary>
public sealed class DownloadResult
{
    /// <summary>Creates a result, for tests of applications.</summary>
    /// <param name="item">The file at the service.</param>
    /// <param name="integrity">The result of the verification of the content.</param>
    /// <param name="length">The length of the content, in bytes.</param>
    public DownloadResult(DriveItem item, ContentIntegrity integrity = ContentIntegrity.NotChecked, long length = 0)
    {
        ArgumentNullException.ThrowIfNull(item);
        Item = item;
        Integrity = integrity;
        Length = length;
    }

    /// <summary>The file at the service, with the properties that a download uses.</summary>
    public DriveItem Item { get; }

    /// <summary>The result of the verification of the content.</summary>
    public ContentIntegrity Integrity { get; }

    /// <summary>The length of the content, in bytes.</summary>
    public long Length { get; }

    /// <summary>The byte from which an earlier download, possibly of another process, was resumed.</summary>
    /// <value><see langword="null"/> if the download was not resumed.</value>
    public long? ResumedFrom { get; init; }

    /// <summary>Whether an earlier download was resumed.</summary>
    public bool Resumed => ResumedFrom is not null;
}
