using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Diagnostics;

/// <summary>
/// Every message the SDK logs. Event ids: 1xx calls and retries, 2xx sign-in, 3xx transfers. No message takes a URL with a query.
/// </summary>
internal static partial class Log
{
    // 1xx: calls and retries

    [LoggerMessage(101, LogLevel.Information, "{Operation} answered {Status}; attempt {Attempt} follows in {Delay}.")]
    internal static partial void RetryAfterStatus(ILogger logger, string operation, int status, int attempt, TimeSpan delay);

    [LoggerMessage(102, LogLevel.Information, "{Operation} got no answer ({Reason}); attempt {Attempt} follows in {Delay}.")]
    internal static partial void RetryAfterNoAnswer(ILogger logger, string operation, string reason, int attempt, TimeSpan delay);

    [LoggerMessage(103, LogLevel.Warning, "The service asks gate {Gate} to pause: no request leaves for {Delay}.")]
    internal static partial void PauseBegan(ILogger logger, string gate, TimeSpan delay);

    [LoggerMessage(104, LogLevel.Information, "The pause of gate {Gate} is over: a request went through.")]
    internal static partial void PauseEnded(ILogger logger, string gate);

    [LoggerMessage(105, LogLevel.Warning, "{Operation} failed after {Attempts} attempts in {Elapsed} ({Reason}).")]
    internal static partial void CallFailed(ILogger logger, string operation, int attempts, TimeSpan elapsed, string reason);

    [LoggerMessage(106, LogLevel.Warning, "{Operation} was not sent: the service asked to pause for another {Delay}.")]
    internal static partial void NotSent(ILogger logger, string operation, TimeSpan delay);

    [LoggerMessage(107, LogLevel.Warning, "{Operation} waits for more than 10 seconds for {Reason} (gate {Gate}).")]
    internal static partial void WaitsLong(ILogger logger, string operation, string reason, string gate);

    [LoggerMessage(108, LogLevel.Information, "Gate {Gate} learned that the service takes {UnitsPerMinute:0} resource units a minute.")]
    internal static partial void LimitLearned(ILogger logger, string gate, double unitsPerMinute);

    [LoggerMessage(
        109, LogLevel.Warning, "The store of the throttle state failed ({Reason}); the gates go on with what this process knows.")]
    internal static partial void ThrottleStoreFailed(ILogger logger, string reason);

    // 2xx: sign-in

    [LoggerMessage(201, LogLevel.Debug, "{Operation} got a token that is valid until {ExpiresOn} (client-request-id {RequestId}).")]
    internal static partial void TokenFetched(ILogger logger, string operation, DateTimeOffset expiresOn, string requestId);

    [LoggerMessage(
        202, LogLevel.Information, "{Operation} failed ({Reason}); attempt {Attempt} follows in {Delay} (client-request-id {RequestId}).")]
    internal static partial void RetryTokenRequest(
        ILogger logger, string operation, string reason, int attempt, TimeSpan delay, string requestId);

    [LoggerMessage(
        203, LogLevel.Warning, "Refreshing a token ahead of time failed ({Reason}); the current one is valid until {ExpiresOn}.")]
    internal static partial void BackgroundRefreshFailed(ILogger logger, string reason, DateTimeOffset? expiresOn);

    [LoggerMessage(
        204, LogLevel.Warning, "The key of the certificate {Thumbprint} cannot sign with PS256 ({Reason}); RS256 is used instead.")]
    internal static partial void KeyWithoutPss(ILogger logger, string thumbprint, string reason);

    [LoggerMessage(
        205, LogLevel.Warning, "The clock of the token endpoint is {Skew} ahead of this machine's; client assertions follow its clock.")]
    internal static partial void ClockSkew(ILogger logger, TimeSpan skew);

    [LoggerMessage(
        206, LogLevel.Warning, "The client secret of application {ClientId} looks like a Secret ID; the Value of the secret is needed.")]
    internal static partial void SecretLooksLikeId(ILogger logger, string clientId);

    [LoggerMessage(207, LogLevel.Warning, "The token store did not take a new refresh token ({Reason}); it stays in memory until it does.")]
    internal static partial void SignInNotSaved(ILogger logger, string reason);

    [LoggerMessage(208, LogLevel.Warning, "The {Credential} of the application ends on {ExpiresOn}: renew it before.")]
    internal static partial void CredentialExpiring(ILogger logger, string credential, DateTimeOffset expiresOn);

    [LoggerMessage(209, LogLevel.Warning, "OnExpiring failed ({Reason}); the sign-in goes on.")]
    internal static partial void ExpiryListenerFailed(ILogger logger, string reason);

    [LoggerMessage(210, LogLevel.Warning, "The certificate's file cannot be read now; {Thumbprint} stays in use.")]
    internal static partial void CertificateNotReloaded(ILogger logger, string thumbprint, Exception failure);

    // 3xx: transfers

    [LoggerMessage(301, LogLevel.Warning, "The stored upload {File} cannot be read ({Reason}) and counts as absent.")]
    internal static partial void StoredUploadIgnored(ILogger logger, string file, string reason);

    [LoggerMessage(302, LogLevel.Warning, "The upload session store failed at tidying up ({Reason}); the upload itself is not affected.")]
    internal static partial void UploadStoreFailed(ILogger logger, string reason);

    [LoggerMessage(303, LogLevel.Information, "An upload goes on from byte {Position} of {Length}.")]
    internal static partial void UploadResumed(ILogger logger, long position, long length);

    [LoggerMessage(304, LogLevel.Information, "Bytes {Start} to {End} of an upload: {Reply}; going on after {Delay}.")]
    internal static partial void FragmentDoubt(ILogger logger, string reply, long start, long end, TimeSpan delay);

    [LoggerMessage(305, LogLevel.Warning, "An upload session was lost ({Reason}); the upload begins again from byte 0 (time {Restart}).")]
    internal static partial void UploadRestarted(ILogger logger, string reason, int restart);

    [LoggerMessage(306, LogLevel.Information, "The last answer of an upload of {Length} bytes was lost; the file was found complete.")]
    internal static partial void LostAcknowledgement(ILogger logger, long length);

    [LoggerMessage(307, LogLevel.Information, "A download goes on from byte {Position} ({Reason}) after {Delay}.")]
    internal static partial void DownloadContinues(ILogger logger, long position, string reason, TimeSpan delay);
}
