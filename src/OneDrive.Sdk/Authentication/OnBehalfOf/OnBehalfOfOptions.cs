namespace OneDrive.Sdk.Authentication;

/// <summary>
/// How an API works with the files of the people who call it: it exchanges their tokens for its own (OAuth 2.0 on-behalf-of). See
/// <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow"/>.
/// </summary>
public sealed class OnBehalfOfOptions
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
    /// The certificate of the API in place of a secret. Only what describes the certificate and the signing is used; tenant and application
    /// are taken from here.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public ClientCertificateOptions? ClientCertificate { get; set; }

    /// <summary>What is asked for, such as <c>Files.ReadWrite.All</c>.</summary>
    /// <value>Default: empty, all that was consented to (<c>{resource}/.default</c>).</value>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>
    /// Supplies the access token with which the present caller came to the API, for the injected client. It is asked for each call, and
    /// must not come from anywhere but a request whose token the API has validated.
    /// </summary>
    /// <value>Default: <see langword="null"/>, clients are made with <see cref="OnBehalfOfTokenProvider.ForUser"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? UserAssertionProvider { get; set; }

    /// <summary>
    /// Whether the service may demand more of the person at any moment (continuous access evaluation) and gives longer-lived tokens in
    /// return: <see href="https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation"/>.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool EnableContinuousAccessEvaluation { get; set; } = true;

    /// <summary>
    /// The longest Retry-After of the token endpoint that is waited for, 0 or more. A longer wish ends in a
    /// <see cref="ThrottledException"/> at once.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Returns a fixed text: the options hold a secret.</summary>
    public override string ToString() => "[REDACTED]";
}
