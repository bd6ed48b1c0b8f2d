using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk.Authentication;

/// <summary>The options of a sign-in through the browser, checked and copied.</summary>
internal sealed class UserFlowSettings
{
    internal UserFlowSettings(AuthorizationCodeOptions options, OneDriveCloud cloud)
    {
        User = options.ToSettings(cloud);
        RedirectUri = options.RedirectUri!;
        ResponseMode = options.ResponseMode;
        SessionLifetime = options.SessionLifetime;
    }

    internal UserSettings User { get; }

    internal Uri RedirectUri { get; }

    /// <summary>How the response comes back, when the application chose; null otherwise.</summary>
    internal AuthorizationResponseMode? ResponseMode { get; }

    internal TimeSpan SessionLifetime { get; }

    /// <summary>The address of the sign-in page.</summary>
    internal Uri AuthorizeAddress(
        Uri endpoint, AuthorizationSession session, string challenge, AuthorizationResponseMode mode, BeginAuthorizationOptions options)
    {
        List<KeyValuePair<string, string?>> parameters =
        [
            new("client_id", User.ClientId),
            new("response_type", "code"),
            new("redirect_uri", session.RedirectUri),
            new("response_mode", mode is AuthorizationResponseMode.FormPost ? "form_post" : "query"),
            new("scope", string.Join(' ', session.Scopes)),
            new("state", session.State),
            new("code_challenge", challenge),
            new("code_challenge_method", "S256"),
            new("nonce", OpenIdScopes.HaveIdentity(session.Scopes) ? session.Nonce : null),
            new("prompt", options.Prompt),
            new("login_hint", options.LoginHint),
            new("domain_hint", options.DomainHint),
            new("claims", ClaimsRequest.Create(options.Claims, User.CanHandleClaims)),
        ];
        var query = string.Join(
            '&', parameters.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={PathEncoding.EncodeSegment(pair.Value!)}"));
        return new Uri($"{endpoint.AbsoluteUri}?{query}");
    }
}
