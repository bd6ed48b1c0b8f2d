using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>The service took the order to copy, and could not carry it out, or not all of it.</summary>
public sealed class CopyFailedException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public CopyFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The error code, such as <c>nameAlreadyExists</c>: the one of the whole copy, or else the first of the details.</summary>
    /// <value>Null when the service gave none.</value>
    public string? ErrorCode { get; init; }

    /// <summary>The more detailed codes inside the error, from the outermost to the innermost.</summary>
    /// <value>Empty when the service gave none.</value>
    public IReadOnlyList<string> InnerErrorCodes { get; init; } = [];

    /// <summary>What went wrong with which item; what is not named here may have been copied.</summary>
    /// <value>Empty when the service names none.</value>
    public IReadOnlyList<AsyncJobErrorDetail> Details { get; init; } = [];

    /// <summary>Tells whether the service gave this code, for the whole copy or for an item of it; case does not matter.</summary>
    /// <param name="errorCode">The code to look for.</param>
    /// <returns>True when it did.</returns>
    public bool HasErrorCode(string errorCode) =>
        string.Equals(ErrorCode, errorCode, StringComparison.OrdinalIgnoreCase)
        || InnerErrorCodes.Contains(errorCode, StringComparer.OrdinalIgnoreCase)
        || Details.Any(detail => string.Equals(detail.Code, errorCode, StringComparison.OrdinalIgnoreCase));
}
