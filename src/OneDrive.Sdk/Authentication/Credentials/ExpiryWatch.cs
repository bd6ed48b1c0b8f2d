using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>Warns once a day when a credential in use is about to expire.</summary>
internal sealed class ExpiryWatch(TimeSpan warning, Action<CredentialExpiry>? onExpiring, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan Silence = TimeSpan.FromDays(1);

    private readonly object _gate = new();
    private string? _credential;
    private DateTimeOffset _spokeAt;

    internal CredentialExpiry Describe(string credential, DateTimeOffset expiresOn) =>
        new(credential, expiresOn, timeProvider.GetUtcNow(), warning);

    /// <summary>Looks at a credential that is being used.</summary>
    internal void Observe(string credential, DateTimeOffset expiresOn)
    {
        var expiry = Describe(credential, expiresOn);
        if (!expiry.IsExpiring || !IsTimeToSpeak(credential))
        {
            return;
        }

        Log.CredentialExpiring(logger, credential, expiresOn);
        try
        {
            onExpiring?.Invoke(expiry);
        }
        catch (Exception failure)
        {
            // A failure of the callback must not fail the sign-in.
            Log.ExpiryListenerFailed(logger, failure.GetType().Name);
        }
    }

    private bool IsTimeToSpeak(string credential)
    {
        var now = timeProvider.GetUtcNow();
        lock (_gate)
        {
            if (credential == _credential && now - _spokeAt < Silence)
            {
                return false;
            }

            (_credential, _spokeAt) = (credential, now);
            return true;
        }
    }
}
