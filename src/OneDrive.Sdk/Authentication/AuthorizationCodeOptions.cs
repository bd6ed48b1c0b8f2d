namespace OneDrive.Sdk.Authentication;

/// <summary>How people sign in through the browser (OAuth 2.0 authorization code with PKCE).</summary>
public sealed class AuthorizationCodeOptions
{
    /// <summary>
    /// The location of the issuer, such as <c>https://login.microsoftonline.com/{tenant}/v2.0</c>. Its OpenID configuration says where
    /// people sign in, and identity tokens are asked for and checked. Set this or <see cref="TenantId"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the addresses follow from <see cref="TenantId"/> and the cloud.</value>
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
    /// The value of the client secret of a web application. An application on a person's own machine cannot keep one and sets none.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ClientSecret { get; set; }

    /// <summary>Supplies the client secret each time it is needed, for instance from a vault.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? ClientSecretProvider { get; set; }

    /// <summary>When the client secret ends, as the portal shows it; the secret itself does not say.</summary>
    /// <value>Default: <see langword="null"/>, it is not known and nobody is warned.</value>
    public DateTimeOffset? ClientSecretExpiresOn { get; set; }

    /// <summary>How long before the secret ends a warning is logged, once a day, 0 or more; a certificate has its own setting.</summary>
    /// <value>Default: 30 days.</value>
    public TimeSpan ExpiryWarning { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Told together with the warning, once a day. It is called in the middle of a sign-in.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Action<CredentialExpiry>? OnExpiring { get; set; }

    /// <summary>
    /// The certificate of a web application that uses one in place of a secret. Only what describes the certificate and the signing is
    /// used; tenant and application are taken from here.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public ClientCertificateOptions? ClientCertificate { get; set; }

    /// <summary>
    /// Where the browser returns to, exactly as it is registered: https, or <c>http://localhost</c> for an application on the person's
    /// own machine. See <see href="https://learn.microsoft.com/entra/identity-platform/reply-url"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public Uri? RedirectUri { get; set; }

    /// <summary>What the application asks for. Without <c>offline_access</c> a sign-in ends with its first token.</summary>
    /// <value>Default: <c>Files.ReadWrite.All offline_access User.Read</c>.</value>
    public IReadOnlyList<string> Scopes { get; set; } = ["Files.ReadWrite.All", "offline_access", "User.Read"];

    /// <summary>What the application asks for besides, such as <c>https://graph.microsoft.com/Files.ReadWrite</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> AdditionalScopes { get; set; } = [];

    /// <summary>How the browser brings the answer back.</summary>
    /// <value>
    /// Default: <see langword="null"/>, a form when <see cref="AuthorizationCodeFlow.SignInInteractivelyAsync"/> listens for it, the query
    /// otherwise, whatever the redirect URI is.
    /// </value>
    public AuthorizationResponseMode? ResponseMode { get; set; }

    /// <summary>
    /// Whether the service may demand a new sign-in at any moment (continuous access evaluation) and gives longer-lived tokens in return:
    /// <see href="https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation"/>.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool EnableContinuousAccessEvaluation { get; set; } = true;

    /// <summary>
    /// Whether a call goes on when the token store cannot save a new refresh token. It then stays in memory until saving succeeds.
    /// </summary>
    /// <value>Default: <see langword="false"/>, the call ends in a <see cref="TokenPersistenceException"/>.</value>
    public bool ContinueWhenNotSaved { get; set; }

    /// <summary>How long a person may take to sign in, from 1 minute to 1 hour.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The longest Retry-After of the token endpoint that is waited for, 0 or more. A longer wish ends in a
    /// <see cref="ThrottledException"/> at once.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The key of the person whose files the injected client works with; other people have clients of their own.</summary>
    /// <value>Default: <c>default</c>.</value>
    public string UserKey { get; set; } = "default";

    /// <summary>Returns a fixed text: the options hold a secret.</summary>
    public override string ToString() => "[REDACTED]";
}
