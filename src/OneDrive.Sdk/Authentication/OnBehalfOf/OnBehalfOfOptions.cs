namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Options for an API that accesses the files of its users by exchanging their tokens (OAuth 2.0 on-behalf-of). See
/// <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow"/>.
/// </summary>
public sealed class OnBehalfOfOptions : IClientSecretOptions
{
    /// <summary>The tenant: its id, or one of its domains.</summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public string? TenantId { get; set; }

    /// <summary>The application (client) id of the API.</summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public string? ClientId { get; set; }

    /// <summary>
    /// The value of the API's client secret. Set this, <see cref="ClientSecretProvider"/> or <see cref="ClientCertificate"/>.
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
    /// The certificate of the API instead of a secret. Only the properties of the certificate and the signing are used; tenant and
    /// application come from these options.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public ClientCertificateOptions? ClientCertificate { get; set; }

    /// <summary>The scopes to request, such as <c>Files.ReadWrite.All</c>.</summary>
    /// <value>Default: empty, all consented permissions (<c>{resource}/.default</c>).</value>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>
    /// Returns the access token that the current caller sent to the API, for the injected client. It is called for each request. Return
    /// only tokens that the API has validated.
    /// </summary>
    /// <value>Default: <see langword="null"/>; create clients with <see cref="OnBehalfOfTokenProvider.ForUser"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? UserAssertionProvider { get; set; }

    /// <summary>
    /// Whether the service can require more claims at any time (continuous access evaluation). Tokens then have a longer lifetime:
    /// <see href="https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation"/>.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool EnableContinuousAccessEvaluation { get; set; } = true;

    /// <summary>
    /// The longest <c>Retry-After</c> of the token endpoint that is honored; zero or more. A longer value throws a
    /// <see cref="ThrottledException"/> immediately.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Returns a fixed text, because the options hold a secret.</summary>
    public override string ToString() => "[REDACTED]";

    /// <summary>The settings of validated options.</summary>
    internal UserSettings ToSettings(OneDriveCloud cloud) => UserSettings.Create(this, cloud) with
    {
        Scopes = [.. Scopes.Distinct(StringComparer.Ordinal)],
        CanHandleClaims = EnableContinuousAccessEvaluation,
    };

    TenantAuthority? ISignInOptions.FindAuthority(OneDriveCloud cloud, out string? problem) =>
        TenantAuthority.TryCreate(TenantId, tokenUrl: null, cloud, out problem);

    IEnumerable<string> ISignInOptions.Validate(OneDriveCloud cloud) =>
    [
        .. SignInChecks.OneTenant(
            TenantAuthority.TryCreate(TenantId, tokenUrl: null, cloud, out _), nameof(TenantId), "the on-behalf-of flow"),
        .. SignInChecks.Credential(this, isRequired: true),
        .. Scopes.Count == 0 ? [] : SignInChecks.Scopes(Scopes, cloud),
    ];
}
