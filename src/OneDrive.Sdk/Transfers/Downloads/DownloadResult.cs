using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>What a download came to.</summary>
public sealed class DownloadResult
{
    internal DownloadResult(DriveItem item, ContentIntegrity integrity, long length)
    {
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
    public long? ResumedFrom { get; internal init; }

    /// <summary>Whether the download continued an earlier one.</summary>
    public bool Resumed => ResumedFrom is not null;
}
