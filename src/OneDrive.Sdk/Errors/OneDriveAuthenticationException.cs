namespace OneDrive.Sdk;

/// <summary>An access token could not be acquired: the sign-in service rejected the request, or the user must sign in.</summary>
public class OneDriveAuthenticationException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public OneDriveAuthenticationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The OAuth error of the sign-in service, such as <c>invalid_grant</c>.</summary>
    /// <value>Null when the failure did not come from the sign-in service.</value>
    public string? Error { get; init; }

    /// <summary>The suberror of the sign-in service, such as <c>consent_required</c> or <c>basic_action</c>.</summary>
    /// <value>Null when the service gave none.</value>
    public string? SubError { get; init; }

    /// <summary>
    /// The AADSTS numbers of the sign-in service, such as 70008; see
    /// https://learn.microsoft.com/entra/identity-platform/reference-error-codes.
    /// </summary>
    /// <value>Empty when the service gave none.</value>
    public IReadOnlyList<int> ErrorCodes { get; init; } = [];

    /// <summary>The first of <see cref="ErrorCodes"/> in the format of the sign-in service, such as <c>AADSTS70008</c>.</summary>
    /// <value><see langword="null"/> if not set.</value>
    public string? AadstsCode => ErrorCodes is [var first, ..] ? string.Create(null, $"AADSTS{first}") : null;

    /// <summary>What to do about the failure.</summary>
    /// <value><see langword="null"/> if no hint is available.</value>
    public string? Hint { get; init; }

    /// <summary>The correlation id of the failure in the log of the sign-in service.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The id of the one request in the log of the sign-in service.</summary>
    public string? TraceId { get; init; }

    /// <summary>Whether the user must sign in again; a retry without a new sign-in fails.</summary>
    /// <value>The default is false.</value>
    public bool RequiresSignIn { get; init; }

    /// <summary>
    /// The claims that the service requires, as JSON, to pass to the next sign-in; see
    /// https://learn.microsoft.com/entra/identity-platform/claims-challenge.
    /// </summary>
    /// <value>Null when the service demands none.</value>
    public string? Claims { get; init; }

    /// <summary>The same failure with the claims that the service demanded before.</summary>
    internal OneDriveAuthenticationException WithClaims(string? claims) => new(Message, this)
    {
        Error = Error,
        SubError = SubError,
        ErrorCodes = ErrorCodes,
        Hint = Hint,
        CorrelationId = CorrelationId,
        TraceId = TraceId,
        Claims = claims,
        RequiresSignIn = RequiresSignIn,
        IsTransient = IsTransient,
    };
}
