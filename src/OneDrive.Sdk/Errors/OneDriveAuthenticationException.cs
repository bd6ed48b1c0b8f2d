namespace OneDrive.Sdk;

/// <summary>No access token could be had: the sign-in service refused, or a person has to sign in.</summary>
public class OneDriveAuthenticationException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public OneDriveAuthenticationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The OAuth error of the sign-in service, such as <c>invalid_grant</c>.</summary>
    /// <value>Null when the failure did not come from the sign-in service.</value>
    public string? Error { get; init; }

    /// <summary>The finer OAuth error of the sign-in service, such as <c>consent_required</c> or <c>basic_action</c>.</summary>
    /// <value>Null when the service gave none.</value>
    public string? SubError { get; init; }

    /// <summary>
    /// The numbers of the sign-in service, such as 70008; each is explained at
    /// https://learn.microsoft.com/entra/identity-platform/reference-error-codes.
    /// </summary>
    /// <value>Empty when the service gave none.</value>
    public IReadOnlyList<int> ErrorCodes { get; init; } = [];

    /// <summary>
    /// The first of <see cref="ErrorCodes"/> in the form in which the sign-in service prints it, such as <c>AADSTS70008</c>.
    /// </summary>
    /// <value>Null when there is none.</value>
    public string? AadstsCode => ErrorCodes is [var first, ..] ? string.Create(null, $"AADSTS{first}") : null;

    /// <summary>What a person can do about it.</summary>
    /// <value>Null when nothing better than the message is known.</value>
    public string? Hint { get; init; }

    /// <summary>The id that ties the failure to the log of the sign-in service.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The id of the one request in the log of the sign-in service.</summary>
    public string? TraceId { get; init; }

    /// <summary>Whether only a person who signs in again can help; a retry by a program will fail the same way.</summary>
    /// <value>The default is false.</value>
    public bool RequiresSignIn { get; init; }

    /// <summary>
    /// The claims that the service demands, as JSON, to be passed to the next sign-in, see
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
