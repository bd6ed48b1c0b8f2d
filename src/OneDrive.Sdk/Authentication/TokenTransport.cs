using System.Net;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Authentication;

/// <summary>The connection to token endpoints and how it is used.</summary>
internal static class TokenTransport
{
    /// <summary>A connection that does not follow redirects, store cookies or decompress responses.</summary>
    internal static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Up to three retries after 1, 2 and 4 seconds with jitter; 30 seconds for one attempt.</summary>
    internal static RetryRules CreateRules(TimeSpan maxRetryAfter) => new(RetrySettings.From(new OneDriveRetryOptions
    {
        Mode = RetryMode.Any,
        MaxRetryAttempts = 3,
        MaxElapsed = TimeSpan.FromMinutes(15),
        BaseDelay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(10),
        MaxRetryAfter = maxRetryAfter,
        AttemptTimeout = TimeSpan.FromSeconds(30),
    }) with { IsMaxRetryAttemptsSet = false });
}
