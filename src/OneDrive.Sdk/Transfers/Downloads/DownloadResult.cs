using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>What a download came to.</summary>
public sealed class DownloadResult
{
    /// <summary>Creates a result, for tests of applications.</summary>
    /// <param name="item">The file at the service.</param>
    /// <param name="integrity">Whether the received bytes were compared with what the service holds.</param>
    /// <param name="length">How many bytes the content has.</param>
    public DownloadResult(DriveItem item, ContentIntegrity integrity = ContentIntegrity.NotChecked, long length = 0)
    {
        ArgumentNullException.ThrowIfNull(item);
        Item = item;
        Integrity = integrity;
        Length = length;
    }

    /// <summary>The file at the service, with the properties that matter to a download.</summary>
    public DriveItem Item { get; }

    /// <summary>Whether the received bytes were compared with what the service holds.</summary>
    public ContentIntegrity Integrity { get; }

    /// <summary>How many bytes the content has.</summary>
    public long Length { get; }

    /// <summary>The byte from which a download of an earlier call, perhaps of an earlier process, was continued.</summary>
    /// <value>Null when the download began in this call.</value>
    public long? ResumedFrom { get; init; }

    /// <summary>Whether the download continued an earlier one.</summary>
    public bool Resumed => ResumedFrom is not null;
}
