using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>What an upload came to.</summary>
public sealed class UploadResult
{
    internal UploadResult(DriveItem item, ContentIntegrity integrity, long? resumedFrom)
    {
        Item = item;
        Integrity = integrity;
        ResumedFrom = resumedFrom;
    }

    /// <summary>The file at the service, as it described it at the end.</summary>
    public DriveItem Item { get; }

    /// <summary>Whether the file at the service was compared with what was sent.</summary>
    public ContentIntegrity Integrity { get; }

    /// <summary>The byte from which an upload of an earlier call, perhaps of an earlier process, was continued.</summary>
    /// <value>Null when the upload began in this call.</value>
    public long? ResumedFrom { get; }

    /// <summary>Whether the upload continued an earlier one.</summary>
    public bool Resumed => ResumedFrom is not null;
}
