using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Authentication;

/// <summary>The pending sign-ins of a browser flow: starts them, and matches the response of the sign-in page with one of them.</summary>
internal sealed class PendingSignIns(
    IAuthorizationSessionStore? store, UserSettings settings, TimeSpan lifetime, TimeProvider timeProvider)
{
    private const int LongestApplicationData = 2_048;

    private readonly IAuthorizationSessionStore _store = store ?? new InMemoryAuthorizationSessionStore(timeProvider);

    /// <summary>Starts a sign-in and stores its state.</summary>
    /// <exception cref="ArgumentException">The data of the application is too long.</exception>
    internal async Task<AuthorizationSession> StartAsync(
        string key,
        string redirectUri,
        IReadOnlyList<string> scopes,
        BeginAuthorizationOptions options,
        CancellationToken cancellationToken)
    {
        if (options.ApplicationData?.Length > LongestApplicationData)
        {
            throw new ArgumentException(
                "ApplicationData is longer than 2,048 characters. Store the data in the application, and pass its key.", nameof(options));
        }

        var session = new AuthorizationSession
        {
            State = RandomText.Create(),
            Nonce = RandomText.Create(),
            CodeVerifier = RandomText.Create(),
            Key = key,
            RedirectUri = redirectUri,
            Issuer = settings.Authority.Issuer,
            Scopes = scopes,
            ApplicationData = options.ApplicationData,
            Expires = timeProvider.GetUtcNow() + lifetime,
        };
        await _store.SaveAsync(session, cancellationToken).ConfigureAwait(false);
        return session;
    }

    /// <summary>The address of the sign-in page.</summary>
    /// <param name="endpoint">The authorization endpoint.</param>
    /// <param name="session">The pending sign-in.</param>
    /// <param name="options">The options of the sign-in.</param>
    /// <param name="parameters">The parameters of the flow, in addition to those of every flow.</param>
    internal AuthorizationStart Open(
        Uri endpoint, AuthorizationSession session, BeginAuthorizationOptions options, params (string Name, string? Value)[] parameters)
    {
        (string Name, string? Value)[] all =
        [
            ("client_id", settings.ClientId),
            ("response_type", "code"),
            ("redirect_uri", session.RedirectUri),
            .. parameters,
            ("state", session.State),
            ("code_challenge", Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(session.CodeVerifier)))),
            ("code_challenge_method", "S256"),
            ("prompt", options.Prompt),
            ("login_hint", options.LoginHint),
            ("domain_hint", options.DomainHint),
        ];
        var query = string.Join(
            '&', all.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={PathEncoding.EncodeSegment(pair.Value!)}"));
        return new AuthorizationStart(new Uri($"{endpoint.AbsoluteUri}?{query}"), session.State);
    }

    /// <summary>Removes the sign-in that the response of the sign-in page belongs to, and validates the response.</summary>
    /// <exception cref="OneDriveAuthenticationException">
    /// There is no such sign-in for the key, another issuer responded (iss), or the sign-in page returned an error.
    /// </exception>
    internal async Task<AuthorizationSession> CompleteAsync(string key, AuthorizationCallback callback, CancellationToken cancellationToken)
    {
        var session = string.IsNullOrEmpty(callback.State)
            ? null
            : await _store.TakeAsync(callback.State, cancellationToken).ConfigureAwait(false);
        if (session is null || session.Expires <= timeProvider.GetUtcNow()
            || !RandomText.AreSame(session.State, callback.State) || !RandomText.AreSame(session.Key, key))
        {
            throw NotPending();
        }

        var authority = settings.Authority;
        if (session.Issuer != authority.Issuer || (callback.Issuer is not null && !authority.IsIssuer(callback.Issuer)))
        {
            throw new OneDriveAuthenticationException(
                "The response came from another issuer than the one where the sign-in was started (iss). The authorization code was not "
                + "redeemed.");
        }

        return callback.Error is not null ? throw Refusal(callback)
            : string.IsNullOrEmpty(callback.Code)
                ? throw new OneDriveAuthenticationException("The response of the sign-in page contains neither a code nor an error.")
            : session;
    }

    private static OneDriveAuthenticationException NotPending() =>
        new("The response of the sign-in page does not match a pending sign-in for this key (state).")
        {
            RequiresSignIn = true,
            Hint = "Start a new sign-in. A pending sign-in can be completed once, before it expires, and only with the key it was started "
                + "with.",
        };

    private OneDriveAuthenticationException Refusal(AuthorizationCallback callback)
    {
        var context = new SignInContext(settings.ClientId, settings.Authority, $"User sign-in to application {settings.ClientId}");
        var codes = AadErrorCodes.FindIn(callback.ErrorDescription);
        var hint = AadErrorHints.For(codes, callback.ErrorDescription, context, thumbprint: null);
        var error = ServerText.Clean(callback.Error, 64);
        var description = ServerText.Clean(callback.ErrorDescription) is { Length: > 0 } text ? $" — {text}" : "";
        return new OneDriveAuthenticationException(
            $"{context.Operation}: {error}{description}{(hint is null ? "" : $" Hint: {hint}")}")
        {
            Error = error,
            ErrorCodes = codes,
            Hint = hint,
            Claims = callback.Claims,
            RequiresSignIn = callback.Error is "login_required" or "interaction_required" or "consent_required",
            IsTransient = callback.Error is "server_error" or "temporarily_unavailable",
        };
    }
}
