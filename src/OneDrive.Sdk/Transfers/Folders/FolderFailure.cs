using System.Net;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>What a failure means for the other files of a folder.</summary>
internal static class FolderFailure
{
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int UnixDiskFull = 28;

    /// <summary>Whether it belongs to one file, and is told as what became of it.</summary>
    internal static bool IsOfOneFile(Exception exception) =>
        exception is OneDriveException or IOException or UnauthorizedAccessException or ArgumentException;

    /// <summary>Whether every other file would meet it too, so that nothing more is begun.</summary>
    internal static bool EndsTransfer(Exception exception, RetryRules rules) => exception switch
    {
        QuotaExceededException or OneDriveAuthenticationException => true,
        OneDriveApiException { StatusCode: HttpStatusCode.Unauthorized } => true,
        ThrottledException throttled => !rules.WaitsFor(throttled.RetryAfter),
        IOException => exception.HResult is WindowsDiskFull || (exception.HResult is UnixDiskFull && !OperatingSystem.IsWindows()),
        _ => false,
    };
}
