using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Diagnostics;

/// <summary>
/// Every message the SDK logs. Event ids: 1xx calls and retries, 2xx sign-in, 3xx transfers. No message takes a URL with a query.
/// </summary>
internal static partial class Log
{
    // 1xx: calls and retries

    [LoggerMessage(101, LogLevel.Information, "{Operation} returned status {Status}. Attempt {Attempt} starts in {Delay}.")]
    internal static partial void RetryAfterStatus(ILogger logger, string operation, int status, int attempt, TimeSpan delay);

    [LoggerMessage(102, LogLevel.Information, "{Operation} did not receive a response ({Reason}). Attempt {Attempt} starts in {Delay}.")]
    internal static partial void RetryAfterNoAnswer(ILogger logger, string operation, string reason, int attempt, TimeSpan delay);

    [LoggerMessage(103, LogLevel.Warning, "The service returned Retry-After for gate {Gate}. Requests are delayed for {Delay}.")]
    internal static partial void PauseBegan(ILogger logger, string gate, TimeSpan delay);

    [LoggerMessage(104, LogLevel.Information, "The pause of gate {Gate} ended: a request succeeded.")]
    internal static partial void PauseEnded(ILogger logger, string gate);

    [LoggerMessage(105, LogLevel.Warning, "{Operation} failed after {Attempts} attempts in {Elapsed} ({Reason}).")]
    internal static partial void CallFailed(ILogger logger, string operation, int attempts, TimeSpan elapsed, string reason);

    [LoggerMessage(
        106, LogLevel.Warning, "{Operation} was not sent, because the Retry-After of the service does not elapse for another {Delay}.")]
    internal static partial void NotSent(ILogger logger, string operation, TimeSpan delay);

    [LoggerMessage(107, LogLevel.Warning, "{Operation} has been waiting for more than 10 seconds for {Reason} (gate {Gate}).")]
    internal static partial void WaitsLong(ILogger logger, string operation, string reason, string gate);

    [LoggerMessage(108, LogLevel.Information, "Gate {Gate} learned a limit of {UnitsPerMinute:0} resource units per minute.")]
    internal static partial void LimitLearned(ILogger logger, string gate, double unitsPerMinute);

    [LoggerMessage(
        109, LogLevel.Warning, "The throttle state store failed ({Reason}). The gates use the state of this process.")]
    internal static partial void ThrottleStoreFailed(ILogger logger, string reason);

    // 2xx: sign-in

    [LoggerMessage(201, LogLevel.Debug, "{Operation} acquired a token that is valid until {ExpiresOn} (client-request-id {RequestId}).")]
    internal static partial void TokenFetched(ILogger logger, string operation, DateTimeOffset expiresOn, string requestId);

    [LoggerMessage(
        202, LogLevel.Information, "{Operation} failed ({Reason}). Attempt {Attempt} starts in {Delay} (client-request-id {RequestId}).")]
    internal static partial void RetryTokenRequest(
        ILogger logger, string operation, string reason, int attempt, TimeSpan delay, string requestId);

    [LoggerMessage(
        203, LogLevel.Warning, "The background token refresh failed ({Reason}). The current token is valid until {ExpiresOn}.")]
    internal static partial void BackgroundRefreshFailed(ILogger logger, string reason, DateTimeOffset? expiresOn);

    [LoggerMessage(
        204, LogLevel.Warning, "The key of the certificate {Thumbprint} cannot sign with PS256 ({Reason}). RS256 is used instead.")]
    internal static partial void KeyWithoutPss(ILogger logger, string thumbprint, string reason);

    [LoggerMessage(
        205, LogLevel.Warning, "The clock of the token endpoint is {Skew} ahead of the clock of this machine. Client assertions use the "
            + "time of the token endpoint.")]
    internal static partial void ClockSkew(ILogger logger, TimeSpan skew);

    [LoggerMessage(
        206, LogLevel.Warning, "The client secret of application {ClientId} looks like a Secret ID. Use the Value of the secret.")]
    internal static partial void SecretLooksLikeId(ILogger logger, string clientId);

    [LoggerMessage(207, LogLevel.Warning, "The token store failed to save a new refresh token ({Reason}). The token stays in memory until "
        + "it can be saved.")]
    internal static partial void SignInNotSaved(ILogger logger, string reason);

    [LoggerMessage(208, LogLevel.Warning, "The {Credential} of the application expires on {ExpiresOn}. Renew it before that date.")]
    internal static partial void CredentialExpiring(ILogger logger, string credential, DateTimeOffset expiresOn);

    [LoggerMessage(209, LogLevel.Warning, "OnExpiring failed ({Reason}). The sign-in continues.")]
    internal static partial void ExpiryListenerFailed(ILogger logger, string reason);

    [LoggerMessage(210, LogLevel.Warning, "The certificate file cannot be read. The certificate {Thumbprint} stays in use.")]
    internal static partial void CertificateNotReloaded(ILogger logger, string thumbprint, Exception failure);

    // 3xx: transfers

    [LoggerMessage(301, LogLevel.Warning, "The stored upload {File} cannot be read ({Reason}) and is ignored.")]
    internal static partial void StoredUploadIgnored(ILogger logger, string file, string reason);

    [LoggerMessage(302, LogLevel.Warning, "The upload session store failed to clean up ({Reason}). The upload itself is not affected.")]
    internal static partial void UploadStoreFailed(ILogger logger, string reason);

    [LoggerMessage(303, LogLevel.Information, "An upload resumes at byte {Position} of {Length}.")]
    internal static partial void UploadResumed(ILogger logger, long position, long length);

    [LoggerMessage(304, LogLevel.Information, "Bytes {Start} to {End} of an upload: {Reply}. The upload continues after {Delay}.")]
    internal static partial void FragmentDoubt(ILogger logger, string reply, long start, long end, TimeSpan delay);

    [LoggerMessage(305, LogLevel.Warning, "An upload session was lost ({Reason}). The upload restarts from byte 0 (restart {Restart}).")]
    internal static partial void UploadRestarted(ILogger logger, string reason, int restart);

    [LoggerMessage(306, LogLevel.Information, "The last response of an upload of {Length} bytes was lost. The completed file was found.")]
    internal static partial void LostAcknowledgement(ILogger logger, long length);

    [LoggerMessage(307, LogLevel.Information, "A download resumes at byte {Position} ({Reason}) after {Delay}.")]
    internal static partial void DownloadContinues(ILogger logger, long position, string reason, TimeSpan delay);
}
