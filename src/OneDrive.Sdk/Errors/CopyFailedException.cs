using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>The service accepted the copy, but could not complete it, or only in part.</summary>
public sealed class CopyFailedException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public CopyFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The error code, such as <c>nameAlreadyExists</c>: of the whole copy, or else of the first detail.</summary>
    /// <value>Null when the service gave none.</value>
    public string? ErrorCode { get; init; }

    /// <summary>The more detailed codes inside the error, from the outermost to the innermost.</summary>
    /// <value>Empty when the service gave none.</value>
    public IReadOnlyList<string> InnerErrorCodes { get; init; } = [];

    /// <summary>The failed items; items that are not listed may have been copied.</summary>
    /// <value>Empty when the service names none.</value>
    public IReadOnlyList<AsyncJobErrorDetail> Details { get; init; } = [];

    /// <summary>Returns whether the service returned this code, for the whole copy or for an item of it; case-insensitive.</summary>
    /// <param name="errorCode">The code to look for.</param>
    /// <returns><see langword="true"/> if it did.</returns>
    public bool HasErrorCode(string errorCode) =>
        string.Equals(ErrorCode, errorCode, StringComparison.OrdinalIgnoreCase)
        || InnerErrorCodes.Contains(errorCode, StringComparer.OrdinalIgnoreCase)
        || Details.Any(detail => string.Equals(detail.Code, errorCode, StringComparison.OrdinalIgnoreCase));
}
