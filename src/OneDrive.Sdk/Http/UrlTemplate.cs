using System.Collections.Frozen;
using System.Text;

namespace OneDrive.Sdk.Http;

/// <summary>The template of an address without names and ids: <c>/me/drive/root:/{path}:/children</c>.</summary>
internal static class UrlTemplate
{
    /// <summary>The documented path segments; all others belong to a user.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "me", "drive", "drives", "root", "root:", "items", "children", "content", "contentStream", "versions", "permissions", "users",
            "groups", "sites", "lists", "list", "listItem", "fields", "columns", "contentTypes", "shares", "driveItem", "delta", "special",
            "bundles", "thumbnails", "subscriptions", "activities", "analytics", "sharedWithMe", "recent", "following", "createLink",
            "invite", "copy", "checkin", "checkout", "discardCheckout", "createUploadSession", "preview", "restore", "restoreVersion",
            "permanentDelete", "follow", "unfollow", "retentionLabel", "assignSensitivityLabel", "extractSensitivityLabels", "$batch",
            "grant", "revokeGrants", "validatePermission", "reauthorize", "documentSetVersions", "approot", "documents", "photos", "music",
        ],
        StringComparer.OrdinalIgnoreCase);

    internal static string Of(string path, string root)
    {
        var template = new StringBuilder();
        var isInPath = false;
        var relative = path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : path;
        foreach (var segment in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (isInPath && !segment.EndsWith(':'))
                continue;
            if (isInPath)
            {
                isInPath = false;
                template.Append(':');
                continue;
            }

            isInPath = segment.EndsWith(':');
            var name = Words.Contains(segment.TrimEnd(':')) ? segment.TrimEnd(':') : Function(segment) ?? "{id}";
            template.Append('/').Append(name).Append(isInPath ? ":/{path}" : "");
        }

        return template.Length == 0 ? "/" : template.ToString();
    }

    /// <summary>A function without its arguments, such as <c>search(…)</c>.</summary>
    private static string? Function(string segment)
    {
        var bracket = segment.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 && segment.AsSpan(0, bracket) is "search" or "delta" or "recent" or "sharedWithMe"
            or "getActivitiesByInterval" or "getByPath" ? segment[..bracket] + "()" : null;
    }
}
