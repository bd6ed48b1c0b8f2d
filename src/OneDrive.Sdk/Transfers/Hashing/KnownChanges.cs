using System.Collections.Frozen;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>The list of files for which the service is known to serve other content than it described or received.</summary>
internal static class KnownChanges
{
    /// <summary>
    /// The types that SharePoint rewrites after an upload, on drives of organizations: the Office formats it promotes properties into, PDF
    /// and HTML. <see href="https://github.com/OneDrive/onedrive-api-docs/issues/935"/>,
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

    /// <summary>
    /// On every drive: photos in HEIC, which are described as they were before the service converted or shortened them,
    /// <see href="https://github.com/OneDrive/onedrive-api-docs/issues/1532"/>,
    /// <see href="https://github.com/OneDrive/onedrive-api-docs/issues/1723"/>,
    /// <see href="https://github.com/abraunegg/onedrive/issues/2471"/>;
    /// and files that are protected by Azure Information Protection, by the extensions of
    /// <see href="https://learn.microsoft.com/purview/information-protection-client-file-types"/>.
    /// </summary>
    private static readonly FrozenSet<string> ServedOtherwise = FrozenSet.ToFrozenSet(
        [
            ".heic", ".heif",
            ".pfile", ".ppdf", ".ptxt", ".pxml", ".pjpg", ".pjpeg", ".pjpe", ".pjfif", ".pjt", ".ppng", ".pbmp", ".pgif", ".ptif", ".ptiff",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the service is known to rewrite such a file after an upload.</summary>
    internal static bool MayBeRewritten(DriveItem item) =>
        item.ParentReference?.DriveType is { } kind
        && (kind == DriveKind.Business || kind == DriveKind.DocumentLibrary)
        && RewrittenTypes.Contains(ExtensionOf(item));

    /// <summary>Whether the service is known to serve other bytes of such a file than it describes.</summary>
    internal static bool MayBeServedOtherwise(DriveItem item) => MayBeRewritten(item) || ServedOtherwise.Contains(ExtensionOf(item));

    /// <summary>Whether a file of the list is text itself; of the others a response with text is not the file.</summary>
    internal static bool MayBeText(DriveItem item) => WebPage.MayBe(item) || ExtensionOf(item).ToUpperInvariant() is ".PTXT" or ".PXML";

    private static string ExtensionOf(DriveItem item) => Path.GetExtension(item.Name) ?? "";
}
