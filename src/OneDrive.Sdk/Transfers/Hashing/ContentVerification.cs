using System.Collections.Frozen;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Compares what was transferred with what the service says it holds.</summary>
internal static class ContentVerification
{
    /// <summary>
    /// The types that SharePoint rewrites after an upload: the Office formats it promotes properties into, PDF and HTML.
    /// <see href="https://github.com/OneDrive/onedrive-api-docs/issues/935"/>,
    /// <see href="https://rclone.org/onedrive/#versioning-issue"/>,
    /// <see href="https://learn.microsoft.com/sharepoint/dev/schema/property-promotion-and-demotion"/>.
    /// </summary>
    private static readonly FrozenSet<string> RewrittenTypes = FrozenSet.ToFrozenSet(
        [
            ".doc", ".docm", ".docx", ".dot", ".dotm", ".dotx",
            ".pot", ".potm", ".potx", ".pps", ".ppsm", ".ppsx", ".ppt", ".pptm", ".pptx",
            ".xls", ".xlsb", ".xlsm", ".xlsx", ".xlt", ".xltm", ".xltx",
            ".vsdx", ".pdf", ".htm", ".html", ".aspx", ".mht",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Compares lengths and QuickXorHashes.</summary>
    /// <param name="item">The file as the service describes it.</param>
    /// <param name="length">The length at our end.</param>
    /// <param name="hash">The QuickXorHash at our end, in base64.</param>
    /// <param name="action">What was done, for the message: <c>upload</c> or <c>download</c>.</param>
    /// <exception cref="ContentVerificationException">They differ, and the service cannot have changed the file.</exception>
    internal static ContentIntegrity Compare(DriveItem item, long length, string hash, string action) =>
        Compare(item, length, new HashComparison(HashComparison.QuickXor, HashOf(item), hash), action);

    /// <summary>Compares lengths and hashes.</summary>
    /// <param name="item">The file as the service describes it.</param>
    /// <param name="length">The length at our end.</param>
    /// <param name="hash">The hashes of both ends.</param>
    /// <param name="action">What was done, for the message: <c>upload</c> or <c>download</c>.</param>
    /// <exception cref="ContentVerificationException">They differ, and the service cannot have changed the file.</exception>
    internal static ContentIntegrity Compare(DriveItem item, long length, HashComparison hash, string action)
    {
        var hasOtherLength = item.Size is { } size && size != length;
        if (!hasOtherLength && !hash.Differs)
            return item.Size is not null && hash.IsPossible ? ContentIntegrity.Verified : ContentIntegrity.NotChecked;
        if (MayBeRewritten(item))
            return ContentIntegrity.ChangedByService;

        Instruments.HashMismatches.Add(1);
        throw new ContentVerificationException(
            hasOtherLength
                ? $"The {action} of '{item.Name}' has {length} bytes at our end and {item.Size} at the service."
                : $"The {action} of '{item.Name}' has the {hash.Kind} {hash.Ours} at our end and {hash.Theirs} at the service.")
        {
            ExpectedLength = action == "upload" ? length : item.Size,
            ActualLength = action == "upload" ? item.Size : length,
            ExpectedHash = action == "upload" ? hash.Ours : hash.Theirs,
            ActualHash = action == "upload" ? hash.Theirs : hash.Ours,
        };
    }

    /// <summary>The hash the service gives; an empty text is how some answers say that there is none yet.</summary>
    internal static string? HashOf(DriveItem item) => item.File?.Hashes?.QuickXorHash is { Length: > 0 } hash ? hash : null;

    /// <summary>Whether the service is known to rewrite such a file after an upload.</summary>
    internal static bool MayBeRewritten(DriveItem item) =>
        item.ParentReference?.DriveType is { } kind
        && (kind == DriveKind.Business || kind == DriveKind.DocumentLibrary)
        && item.Name is { } name
        && RewrittenTypes.Contains(Path.GetExtension(name));
}
