using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk.Authentication;

/// <summary>The requests of a device code sign-in: one for the code, and polling until the user is done.</summary>
internal sealed class DeviceCodeClient(UserSettings settings, TokenClient client, string? language, TimeProvider timeProvider)
{
    private const string Operation = "User sign-in with a device code";
    private const string GrantType = "urn:ietf:params:oauth:grant-type:device_code";

    // RFC 8628 section 3.5.
    private static readonly TimeSpan Slower = TimeSpan.FromSeconds(5);

    internal async Task<DeviceCodePrompt> BeginAsync(string key, BeginDeviceCodeOptions options, CancellationToken cancellationToken)
    {
        var claims = ClaimsRequest.Create(options.Claims, settings.CanHandleClaims);
        var startedAt = timeProvider.GetTimestamp();
        var start = new TokenRequest(
            settings.Context(Operation),
            ("scope", string.Join(' ', settings.Scopes.Union(options.AdditionalScopes, StringComparer.Ordinal))))
        {
            Endpoint = Address(),
            Claims = claims,
        };
        var answer = await client.SendAsync(start, DeviceCodeResponse.ProblemOf, cancellationToken).ConfigureAwait(false);
        var address = DeviceCodeResponse.SecureAddress(answer.VerificationUri)!;
        var lifetime = DeviceCodeResponse.LifetimeOf(answer);
        return new DeviceCodePrompt(new DeviceCodeTicket(key, answer.DeviceCode!, claims, lifetime, startedAt))
        {
            UserCode = answer.UserCode!,
            VerificationUri = address,
            VerificationUriComplete = DeviceCodeResponse.SecureAddress(answer.VerificationUriComplete),
            Interval = DeviceCodeResponse.IntervalOf(answer),
            ExpiresOn = answer.SentAt + lifetime,
            Message = DeviceCodeResponse.MessageOf(answer, address),
        };
    }

    /// <summary>Polls until the user is done, never more often than the service allows.</summary>
    internal async Task<TokenSet> WaitAsync(DeviceCodePrompt prompt, CancellationToken cancellationToken)
    {
        var interval = prompt.Interval;
        var pause = interval;
        OneDriveException? trouble = null;
        while (true)
        {
            await PauseAsync(prompt, pause, trouble, cancellationToken).ConfigureAwait(false);
            try
            {
                return await AskAsync(prompt, cancellationToken).ConfigureAwait(false);
            }
            catch (OneDriveAuthenticationException answer) when (answer.Error is "authorization_pending" or "slow_down")
            {
                interval += answer.Error is "slow_down" ? Slower : TimeSpan.Zero;
                pause = interval;
                trouble = null;
            }
            catch (ThrottledException failure)
            {
                pause = Longer(failure.RetryAfter ?? pause * 2, interval);
                trouble = failure;
            }
            catch (OneDriveException failure) when (failure.IsTransient)
            {
                // RFC 8628 section 3.5: after no answer, ask less often.
                pause = Longer(pause * 2 < DeviceCodeResponse.LongestInterval ? pause * 2 : DeviceCodeResponse.LongestInterval, interval);
                trouble = failure;
            }
        }
    }

    private Task<TokenSet> AskAsync(DeviceCodePrompt prompt, CancellationToken cancellationToken) => client.RequestAsync(
        new TokenRequest(settings.Context(Operation), ("grant_type", GrantType), ("device_code", prompt.Ticket.DeviceCode))
        {
            Claims = prompt.Ticket.Claims,
            IsRepeatable = false,
            IsRepeatedByCaller = true,
        },
        cancellationToken);

    private async Task PauseAsync(DeviceCodePrompt prompt, TimeSpan pause, OneDriveException? trouble, CancellationToken cancellationToken)
    {
        var remaining = prompt.Ticket.Lifetime - timeProvider.GetElapsedTime(prompt.Ticket.StartedAt);
        if (trouble is ThrottledException && pause > remaining)
        {
            throw trouble;
        }

        if (remaining > TimeSpan.Zero)
        {
            await Task.Delay(pause < remaining ? pause : remaining, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        if (pause > remaining)
        {
            throw Expired(trouble);
        }
    }

    private Uri Address()
    {
        var address = settings.Authority.DeviceCodeEndpoint;
        return language is null ? address : new Uri($"{address.AbsoluteUri}?mkt={PathEncoding.EncodeSegment(language)}");
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static OneDriveAuthenticationException Expired(OneDriveException? trouble) =>
        new("The device code was not entered before it expired.", trouble)
        {
            Error = "expired_token",
            RequiresSignIn = true,
            Hint = "Start a new sign-in, and show the new code.",
        };
}
