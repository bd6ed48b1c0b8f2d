using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>
/// The service can no longer list the changes since the checkpoint (status 410, or 400 with <c>resyncRequired</c>). Read again from
/// <see cref="Restart"/>, which lists all existing items, and reconcile the differences as described by <see cref="Reconciliation"/>.
/// </summary>
public sealed class ResyncRequiredException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ResyncRequiredException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(statusCode, message, innerException)
    {
    }

    internal ResyncRequiredException(string message, ApiErrorDetails details, DeltaCheckpoint? restart)
        : base(message, details)
    {
        Restart = restart;
        Reconciliation = HasErrorCode(OneDriveErrorCodes.ResyncChangesUploadDifferences)
            ? ResyncReconciliation.UploadDifferences
            : ResyncReconciliation.ApplyDifferences;
    }

    /// <summary>The checkpoint to restart from, as <c>since</c> of the next read.</summary>
    /// <value><see langword="null"/> if the service did not return one: restart without a checkpoint.</value>
    public DeltaCheckpoint? Restart { get; init; }

    /// <summary>How to handle items that differ on both sides after everything was listed.</summary>
    public ResyncReconciliation Reconciliation { get; init; }
}
