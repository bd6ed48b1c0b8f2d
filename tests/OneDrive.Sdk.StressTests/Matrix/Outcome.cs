using System.Net;

namespace OneDrive.Sdk.StressTests.Matrix;

/// <summary>The words of the matrix for how a transfer ends.</summary>
internal static class Outcome
{
    internal const string Ok = "ok";

    internal static string Of(OneDriveException exception) => exception switch
    {
        ItemConflictException => "conflict",
        PreconditionFailedException => "changed",
        QuotaExceededException => "full",
        ItemNotFoundException => "missing",
        ThrottledException => "busy",
        ResourceLockedException => "locked",
        OneDriveConnectionException => "broken",
        OneDriveApiException { StatusCode: HttpStatusCode.Forbidden } => "denied",
        OneDriveApiException { StatusCode: HttpStatusCode.InternalServerError } => "failed",
        _ => exception.GetType().Name,
    };
}
