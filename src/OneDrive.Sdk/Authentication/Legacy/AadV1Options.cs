namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Options for signing users in to OneDrive for Business with Azure AD v1, which uses a resource instead of scopes. New applications should
/// use <see cref="AuthorizationCodeFlow"/>.
/// </summary>
public sealed class AadV1Options : IClientSecretOptions
{
    /// <summary>The tenant: its id, one of its domains, or <c>common</c> or <c>organizations</c>.</summary>
    /// <value>Default: <see langword="null"/>, which means <c>common</c>.</value>
    public string? TenantId { get; set; }

    /// <summary>The application (client) id of the app registration.</summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public string? ClientId { get; set; }

    /// <summary>The value of the client secret; not set for a desktop application.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ClientSecret { get; set; }

    /// <summary>Returns the client secret each time it is needed, for example from a key vault.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? ClientSecretProvider { get; set; }

    /// <summary>The redirect URI, exactly as registered: https, or <c>http://localhost</c> for a desktop application.</summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public Uri? RedirectUri { get; set; }

    /// <summary>The file service of the users, if it is known. The discovery service is then not called.</summary>
    /// <value>Default: <see langword="null"/>, the service of <see cref="Discovery"/> is called.</value>
    public DiscoveredService? Service { get; set; }

    /// <summary>The discovery service.</summary>
    /// <value>Default: the address of Microsoft's service, which was retired in 2019.</value>
    public ServiceDiscoveryOptions Discovery { get; set; } = new();

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

    /// <summary>The settings of validated options, without scopes, because v1 uses resources.</summary>
    internal UserSettings ToSettings(OneDriveCloud cloud) => UserSettings.Create(this, cloud) with { StoreKind = "aad_v1" };

    TenantAuthority? ISignInOptions.FindAuthority(OneDriveCloud cloud, out string? problem) =>
        TenantAuthority.ForUsers(issuer: null, TenantId, cloud, out problem)?.AtV1();

    IEnumerable<string> ISignInOptions.Validate(OneDriveCloud cloud) =>
    [
        .. SignInChecks.Credential(this),
        .. SignInChecks.UserKey(UserKey),
        .. SignInChecks.RedirectUri(RedirectUri),
        .. SignInChecks.SessionLifetime(SessionLifetime),
        .. Service is null ? Discovery.Validate() : [],
    ];
}
