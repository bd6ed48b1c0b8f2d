using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>
/// The service no longer knows what changed since the checkpoint (status 410, or 400 with <c>resyncRequired</c>).
/// Read again from <see cref="Restart"/>, which lists
/// everything that is there, and settle the differences as <see cref="Reconciliation"/> says.
/// </summary>
public sealed class ResyncRequiredException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
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

    /// <summary>Where to start again, as the <c>since</c> of the next reading.</summary>
    /// <value>Null when the service did not say: start without a checkpoint, which lists everything too.</value>
    public DeltaCheckpoint? Restart { get; init; }

    /// <summary>What to do with items on which both sides differ once everything was listed.</summary>
    public ResyncReconciliation Reconciliation { get; init; }
}
