namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>
/// Addresses that the service would refuse as they are written, and what is meant. Each rule is about a kind of mistake and not about a
/// page, so that it holds for pages nobody has seen here; what was corrected is printed.
/// </summary>
internal static class PageMistakes
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>What may follow an item; a path that ends in one of these words without a colon before it was not closed.</summary>
    private static readonly string[] Verbs =
    [
        "analytics", "assignSensitivityLabel", "checkin", "checkout", "children", "content", "copy", "createLink", "createUploadSession",
        "delta", "discardCheckout", "extractSensitivityLabels", "follow", "invite", "permanentDelete", "permissions", "preview", "restore",
        "retentionLabel", "thumbnails", "unfollow", "validatePermission", "versions",
    ];

    /// <summary>The path that is meant, and what is wrong with the written one; null when nothing is.</summary>
    internal static (string Path, string? Mistake) Correct(string path)
    {
        var segments = path.Split('/').ToList();
        var mistake = Rename(segments) ?? Move(segments) ?? Complete(segments) ?? Close(segments);
        return (string.Join('/', segments), mistake);
    }

    private static string? Rename(List<string> segments)
    {
        const string Prefix = "oneDrive.";
        var older = segments.FindIndex(segment => segment.StartsWith(Prefix, IgnoreCase));
        if (older < 0)
        {
            return null;
        }

        segments[older] = segments[older][Prefix.Length..];
        return "the word has a prefix at older addresses of the service";
    }

    private static string? Move(List<string> segments)
    {
        var misplaced = segments.FindIndex(1, segment => segment.StartsWith(':'));
        if (misplaced > 0)
        {
            segments[misplaced] = segments[misplaced][1..];
            segments[misplaced - 1] += ":";
            return "the colon stands behind the slash";
        }

        if (segments is ["sites", _, "drives", _, _, ..])
        {
            segments.RemoveRange(0, 2);
            _ = Complete(segments);
            return "a drive that is named by its id needs no site";
        }

        if (segments is ["shares", _, "root", ..])
        {
            segments[2] = "driveItem";
            return "'root' is the older name of driveItem";
        }

        if (segments is ["drives", _, "lists", ..])
        {
            segments[0] = "sites";
            return "lists belong to sites, not to drives";
        }

        if (IsWord(segments[0], "driveItem"))
        {
            segments.RemoveAt(0);
            segments.InsertRange(0, ["me", "drive", "root"]);
            return "the item is not addressed";
        }

        return null;
    }

    private static string? Complete(List<string> segments)
    {
        var afterDrive = AfterDrive(segments);
        if (afterDrive < segments.Count && segments[afterDrive].StartsWith('{'))
        {
            segments.Insert(afterDrive, "items");
            return "'items' is left out";
        }

        if (afterDrive + 2 < segments.Count && segments[afterDrive] is "following")
        {
            segments[afterDrive] = "items";
            return "an item of the list is addressed as itself";
        }

        var children = segments.FindIndex(segment => IsWord(segment, "children"));
        if (children > afterDrive && children + 1 < segments.Count && segments[afterDrive] is not "bundles")
        {
            segments.RemoveAt(children);
            segments[children - 1] += segments[children - 1].EndsWith(':') ? "" : ":";
            segments[children] += children + 1 < segments.Count ? ":" : "";
            return "a child is addressed by its path";
        }

        if (segments is ["sites", _, "items", _, ..])
        {
            segments.InsertRange(2, ["lists", "{list-id}"]);
            return "the list is left out";
        }

        return null;
    }

    private static string? Close(List<string> segments)
    {
        var open = segments.FindIndex(segment => segment.EndsWith(':'));
        var isOpen = open >= 0 && segments.FindIndex(open + 1, segment => segment.EndsWith(':')) < 0;
        if (!isOpen || segments.Count - open < 3 || !Verbs.Any(verb => IsWord(segments[^1], verb)))
        {
            return null;
        }

        segments[^2] += ":";
        return "the path is not closed with a colon";
    }

    /// <summary>Where the part behind the drive begins; the end when the path has no drive.</summary>
    private static int AfterDrive(List<string> segments) => segments switch
    {
        ["drive", ..] => 1,
        ["drives", _, ..] or ["me", "drive", ..] => 2,
        ["users" or "groups" or "sites", _, "drive", ..] => 3,
        _ => segments.Count,
    };

    private static bool IsWord(string segment, string word) => segment.Equals(word, IgnoreCase);
}
