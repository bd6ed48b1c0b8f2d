using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Diagnostics;

/// <summary>Every message the SDK logs. Event ids: 1xx calls and retries, 2xx sign-in, 3xx transfers. No message takes a URL with a query.</summary>
internal static partial class Log
{
    // 1xx: calls and retries

    [LoggerMessage(101, LogLevel.Information, "{Operation} answered {Status}; attempt {Attempt} follows in {Delay}.")]
    internal static partial void RetryAfterStatus(ILogger logger, string operation, int status, int attempt, TimeSpan delay);

    [LoggerMessage(102, LogLevel.Information, "{Operation} got no answer ({Reason}); attempt {Attempt} follows in {Delay}.")]
    internal static partial void RetryAfterNoAnswer(ILogger logger, string operation, string reason, int attempt, TimeSpan delay);

    [LoggerMessage(103, LogLevel.Warning, "The service asks to pause: no request of this client leaves for {Delay}.")]
    internal static partial void CoolDown(ILogger logger, TimeSpan delay);

    // 3xx: transfers

    [LoggerMessage(301, LogLevel.Warning, "The stored upload {File} cannot be read ({Reason}) and counts as absent.")]
    internal static partial void StoredUploadIgnored(ILogger logger, string file, string reason);
}
