using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Authentication;

/// <summary>Validates the response of the sign-in page against the pending sign-in.</summary>
internal static class CallbackRules
{
    /// <summary>Whether the session was started by the same user or browser and has not expired.</summary>
    internal static bool IsMine(AuthorizationSession? session, string? state, string key, DateTimeOffset now) =>
        session is not null && session.Expires > now && AreSame(session.State, state) && AreSame(session.Key, key);

    /// <summary>Gets and removes the session that the callback belongs to.</summary>
    internal static async Task<AuthorizationSession> TakeAsync(
        IAuthorizationSessionStore sessions,
        string key,
        AuthorizationCallback callback,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var session = string.IsNullOrEmpty(callback.State)
            ? null
            : await sessions.TakeAsync(callback.State, cancellationToken).ConfigureAwait(false);
        return IsMine(session, callback.State, key, now) ? session! : throw Foreign();
    }

    internal static OneDriveAuthenticationException Foreign() =>
        new("The response of the sign-in page does not match a pending sign-in for this key (state).")
        {
            RequiresSignIn = true,
            Hint = "Start a new sign-in. A pending sign-in can be completed once, before it expires, and only with the key it was started "
                + "with.",
        };

    /// <summary>
    /// Throws an exception if the sign-in page returned an error, or if another issuer than the session's responded (iss).
    /// </summary>
    internal static void Require(AuthorizationCallback callback, AuthorizationSession session, UserSettings settings)
    {
        var authority = settings.Authority;
        if (session.Issuer != authority.Issuer || (callback.Issuer is not null && !authority.IsIssuer(callback.Issuer)))
        {
            throw new OneDriveAuthenticationException(
                "The response came from another issuer than the one where the sign-in was started (iss). The authorization code was not "
                + "redeemed.");
        }

        if (callback.Error is not null)
        {
            throw Refusal(callback, settings);
        }

        if (string.IsNullOrEmpty(callback.Code))
        {
            throw new OneDriveAuthenticationException("The response of the sign-in page contains neither a code nor an error.");
        }
    }

    private static OneDriveAuthenticationException Refusal(AuthorizationCallback callback, UserSettings settings)
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

    internal static bool AreSame(string one, string? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
