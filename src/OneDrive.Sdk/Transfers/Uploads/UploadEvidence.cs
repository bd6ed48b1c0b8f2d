using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Decides whether an item is the file of an upload. An equal hash proves it; unless the item is replaced, it must also have been created
/// after the upload started, because another file may have the same content. Without a hash, an equal length counts only together with
/// evidence that the content changed. Length alone is not sufficient.
/// </summary>
internal static class UploadEvidence
{
    /// <summary>Whether the item is ours.</summary>
    /// <param name="item">What stands there.</param>
    /// <param name="hash">The hash of the content that was sent.</param>
    /// <param name="sought">The upload.</param>
    internal static bool IsOurs(DriveItem item, string? hash, SoughtUpload sought)
    {
        if (item.Folder is not null)
            return false;
        if (ContentVerification.HashOf(item) is { } theirs && hash is not null)
            return theirs == hash && (sought.Conflict is ConflictBehavior.Replace || WasMadeSince(item, sought));
        return item.Size == sought.Length && sought.SentLastByte && IsAnotherThanBefore(item, sought);
    }

    /// <summary>Whether the item was made since the upload began.</summary>
    internal static bool WasMadeSince(DriveItem item, SoughtUpload sought) =>
        IsAnotherThanBefore(item, sought) || item.CreatedDateTime >= sought.Since();

    private static bool IsAnotherThanBefore(DriveItem item, SoughtUpload sought)
    {
        if (sought.Before is not { } before)
            return false;
        if (!StandsAtDestination(item, sought))
            return before.Siblings is { } siblings && item.Id is { } id && !siblings.Contains(id);
        if (!before.Existed)
            return true;

        // Where nothing is replaced, what stood there before stands there still.
        return sought.Conflict is ConflictBehavior.Replace
            && ((item.CTag is { } tag && before.CTag is { } old && tag != old)
                || (HasTimes(item, sought.Times) && !HasSameTimes(item, before)));
    }

    private static bool StandsAtDestination(DriveItem item, SoughtUpload sought) =>
        sought.Destination.Name is not { } name || string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase);

    // The service keeps whole seconds, or more.
    private static bool HasTimes(DriveItem item, FileSystemTimes? asked) =>
        asked is { Created: not null } or { LastModified: not null }
        && item.FileSystemInfo is { } times
        && (asked!.Created is not { } created || IsSame(times.CreatedDateTime, created))
        && (asked.LastModified is not { } modified || IsSame(times.LastModifiedDateTime, modified));

    private static bool HasSameTimes(DriveItem item, DestinationSnapshot before) =>
        before.Times is not { } old
        || (IsSame(item.FileSystemInfo?.CreatedDateTime, old.Created)
            && IsSame(item.FileSystemInfo?.LastModifiedDateTime, old.LastModified));

    private static bool IsSame(DateTimeOffset? one, DateTimeOffset? other) =>
        one is { } first && other is { } second && first.UtcTicks / TimeSpan.TicksPerSecond == second.UtcTicks / TimeSpan.TicksPerSecond;
}
