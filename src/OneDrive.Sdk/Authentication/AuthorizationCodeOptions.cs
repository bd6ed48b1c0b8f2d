namespace OneDrive.Sdk.Authentication;

/// <summary>Options for signing users in through the browser (OAuth 2.0 authorization code with PKCE).</summary>
public sealed class AuthorizationCodeOptions : IClientSecretOptions
{
    /// <summary>
    /// The issuer, such as <c>https://login.microsoftonline.com/{tenant}/v2.0</c>. Its OpenID configuration defines the endpoints, and
    /// identity tokens are requested and validated. Set this or <see cref="TenantId"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the endpoints are derived from <see cref="TenantId"/> and the cloud.</value>
    public string? Issuer { get; set; }

    /// <summary>
    /// The tenant: its id, one of its domains, or <c>common</c> (work and personal accounts), <c>organizations</c> or <c>consumers</c>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, which means <c>common</c> unless <see cref="Issuer"/> is set.</value>
    public string? TenantId { get; set; }

    /// <summary>The application (client) id of the app registration.</summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public string? ClientId { get; set; }

    /// <summary>
    /// The value of the client secret of a web application. Do not set it for desktop applications, which cannot keep a secret.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ClientSecret { get; set; }

    /// <summary>Returns the client secret each time it is needed, for example from a key vault.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? ClientSecretProvider { get; set; }

    /// <summary>When the client secret expires, as shown in the portal. The secret itself does not contain its expiration.</summary>
    /// <value>Default: <see langword="null"/>, which means unknown: no warning is logged.</value>
    public DateTimeOffset? ClientSecretExpiresOn { get; set; }

    /// <summary>
    /// How long before the expiration of the secret a warning is logged, once a day; zero or more. A certificate has its own setting.
    /// </summary>
    /// <value>Default: 30 days.</value>
    public TimeSpan ExpiryWarning { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Called with each warning, once a day, during a sign-in.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Action<CredentialExpiry>? OnExpiring { get; set; }

    /// <summary>
    /// The certificate of a web application that uses one instead of a secret. Only the properties of the certificate and the signing are
    /// used; tenant and application come from these options.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public ClientCertificateOptions? ClientCertificate { get; set; }

    /// <summary>
    /// The redirect URI, exactly as registered: https, or <c>http://localhost</c> for a desktop application. See
    /// <see href="https://learn.microsoft.com/entra/identity-platform/reply-url"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public Uri? RedirectUri { get; set; }

    /// <summary>The scopes to request. Without <c>offline_access</c> a sign-in ends when its first token expires.</summary>
    /// <value>Default: <c>Files.ReadWrite.All offline_access User.Read</c>.</value>
    public IReadOnlyList<string> Scopes { get; set; } = ["Files.ReadWrite.All", "offline_access", "User.Read"];

    /// <summary>Additional scopes, such as <c>https://graph.microsoft.com/Files.ReadWrite</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> AdditionalScopes { get; set; } = [];

    /// <summary>How the sign-in page returns its response (response_mode).</summary>
    /// <value>
    /// Default: <see langword="null"/>, which is <c>form_post</c> for <see cref="AuthorizationCodeFlow.SignInInteractivelyAsync"/> and
    /// <c>query</c> otherwise, for any redirect URI.
    /// </value>
    public AuthorizationResponseMode? ResponseMode { get; set; }

    /// <summary>
    /// Whether the service can require a new sign-in at any time (continuous access evaluation). Tokens then have a longer lifetime:
    /// <see href="https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation"/>.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool EnableContinuousAccessEvaluation { get; set; } = true;

    /// <summary>
    /// Whether a call continues when the token store cannot save a new refresh token. The token then stays in memory until it can be saved.
    /// </summary>
    /// <value>Default: <see langword="false"/>, the call throws a <see cref="TokenPersistenceException"/>.</value>
    public bool ContinueWhenNotSaved { get; set; }

    /// <summary>How long a pending sign-in is valid, from 1 minute to 1 hour.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The longest <c>Retry-After</c> of the token endpoint that is honored; zero or more. A longer value throws a
    /// <see cref="ThrottledException"/> immediately.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The key of the user whose files the injected client accesses. Create separate clients for other users.</summary>
    /// <value>Default: <c>default</c>.</value>
    public string UserKey { get; set; } = "default";

    /// <summary>Returns a fixed text, because the options hold a secret.</summary>
    public override string ToString() => "[REDACTED]";

    /// <summary>The settings of validated options.</summary>
    internal UserSettings ToSettings(OneDriveCloud cloud)
    {
        var usesDiscovery = !string.IsNullOrEmpty(Issuer);
        IReadOnlyList<string> scopes = [.. Scopes, .. AdditionalScopes];
        return UserSettings.Create(this, cloud) with
        {
            UsesDiscovery = usesDiscovery,
            Scopes = OpenIdScopes.WithIdentity(scopes),
            RequiresIdentity = usesDiscovery || OpenIdScopes.HaveIdentity(scopes),
            CanHandleClaims = EnableContinuousAccessEvaluation,
        };
    }

    TenantAuthority? ISignInOptions.FindAuthority(OneDriveCloud cloud, out string? problem) =>
        TenantAuthority.ForUsers(Issuer, TenantId, cloud, out problem);

    IEnumerable<string> ISignInOptions.Validate(OneDriveCloud cloud) =>
    [
        .. SignInChecks.Credential(this),
        .. SignInChecks.UserKey(UserKey),
        .. SignInChecks.RedirectUri(RedirectUri),
        .. SignInChecks.Scopes([.. Scopes, .. AdditionalScopes], cloud),
        .. SignInChecks.SessionLifetime(SessionLifetime),
    ];
}
