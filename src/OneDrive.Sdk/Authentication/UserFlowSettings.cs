using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk.Authentication;

/// <summary>The options of a sign-in through the browser, checked and copied.</summary>
internal sealed class UserFlowSettings
{
    internal UserFlowSettings(AuthorizationCodeOptions options, OneDriveCloud cloud)
    {
        Authority = TenantAuthority.TryCreate(options, cloud, out _)!;
        UsesDiscovery = !string.IsNullOrEmpty(options.Issuer);
        ClientId = options.ClientId!;
        RedirectUri = options.RedirectUri!;
        var scopes = options.Scopes.Concat(options.AdditionalScopes);
        Scopes = [.. (UsesDiscovery ? scopes.Prepend(OpenIdScopes.OpenId) : scopes).Distinct(StringComparer.Ordinal)];
        ResponseMode = options.ResponseMode
            ?? (RedirectUri.IsLoopback ? AuthorizationResponseMode.FormPost : AuthorizationResponseMode.Query);
        CanHandleClaims = options.EnableContinuousAccessEvaluation;
        ContinueWhenNotSaved = options.ContinueWhenNotSaved;
        SessionLifetime = options.SessionLifetime;
    }

    internal TenantAuthority Authority { get; }

    /// <summary>Whether the addresses come from the issuer's OpenID configuration.</summary>
    internal bool UsesDiscovery { get; }

    internal string ClientId { get; }

    internal Uri RedirectUri { get; }

    internal IReadOnlyList<string> Scopes { get; }

    internal AuthorizationResponseMode ResponseMode { get; }

    internal bool CanHandleClaims { get; }

    internal bool ContinueWhenNotSaved { get; }

    internal TimeSpan SessionLifetime { get; }

    /// <summary>The key of a person's entry in the token store: nobody else's in another cloud, tenant or application.</summary>
    internal string StoreKey(string key) =>
        TokenCacheKey.Of(Authority.Cloud.SignInEndpoint.AbsoluteUri, Authority.Tenant, ClientId, "authorization_code", key);

    /// <summary>The address of the sign-in page.</summary>
    internal Uri AuthorizeAddress(Uri endpoint, AuthorizationSession session, string challenge, BeginAuthorizationOptions options)
    {
        List<KeyValuePair<string, string?>> parameters =
        [
            new("client_id", ClientId),
            new("response_type", "code"),
            new("redirect_uri", session.RedirectUri),
            new("response_mode", ResponseMode is AuthorizationResponseMode.FormPost ? "form_post" : "query"),
            new("scope", string.Join(' ', session.Scopes)),
            new("state", session.State),
            new("code_challenge", challenge),
            new("code_challenge_method", "S256"),
            new("nonce", OpenIdScopes.HaveIdentity(session.Scopes) ? session.Nonce : null),
            new("prompt", options.Prompt),
            new("login_hint", options.LoginHint),
            new("domain_hint", options.DomainHint),
            new("claims", ClaimsRequest.Create(options.Claims, CanHandleClaims)),
        ];
        var query = string.Join(
            '&', parameters.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={PathEncoding.EncodeSegment(pair.Value!)}"));
        return new Uri($"{endpoint.AbsoluteUri}?{query}");
    }
}
