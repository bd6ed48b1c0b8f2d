using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Gives a downloaded file the times of its original. A time that this machine cannot keep is left out, and the file stays.
/// </summary>
internal static class LocalFileTimes
{
    /// <summary>Windows counts file times from here; earlier ones are mistakes of the machine that wrote them.</summary>
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void Set(string path, FileSystemInfoFacet? times)
    {
        TrySet(path, times?.CreatedDateTime, File.SetCreationTimeUtc);
        TrySet(path, times?.LastModifiedDateTime, File.SetLastWriteTimeUtc);
    }

    private static void TrySet(string path, DateTimeOffset? time, Action<string, DateTime> set)
    {
        if (time is not { } value || value <= Earliest)
        {
            return;
        }

        try
        {
            set(path, value.UtcDateTime);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            // The file system does not keep this time; the content is what the caller came for.
        }
    }
}
