using System.Net;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>What a failure means for the other files of a folder.</summary>
internal static class FolderFailure
{
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int UnixDiskFull = 28;

    /// <summary>
    /// Whether it belongs to one file or folder, and is told as what became of it: whatever it is, unless the transfer itself is cancelled.
    /// </summary>
    internal static bool IsOfOneItem(Exception exception, CancellationToken cancellationToken) =>
        exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested;

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
