namespace OneDrive.Sdk.Authentication;

/// <summary>
/// How people sign in to OneDrive for Business the way of the first version: with a resource in place of scopes. New applications use
/// <see cref="AuthorizationCodeFlow"/>.
/// </summary>
public sealed class AadV1Options
{
    /// <summary>The tenant: its id, one of its domains, or <c>common</c> or <c>organizations</c>.</summary>
    /// <value>Default: <see langword="null"/>, which means <c>common</c>.</value>
    public string? TenantId { get; set; }

    /// <summary>The application (client) id of the app registration.</summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public string? ClientId { get; set; }

    /// <summary>The value of the client secret; an application on a person's own machine has none.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ClientSecret { get; set; }

    /// <summary>Supplies the client secret each time it is needed, for instance from a vault.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? ClientSecretProvider { get; set; }

    /// <summary>
    /// Where the browser returns to, exactly as it is registered: https, or <c>http://localhost</c> for an application on the person's
    /// own machine.
    /// </summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public Uri? RedirectUri { get; set; }

    /// <summary>Where a person's files are, when that is known; nobody is asked then.</summary>
    /// <value>Default: <see langword="null"/>, the service of <see cref="Discovery"/> is asked.</value>
    public DiscoveredService? Service { get; set; }

    /// <summary>Where to ask where a person's files are.</summary>
    /// <value>Default: the address of Microsoft's service, which was retired in 2019.</value>
    public ServiceDiscoveryOptions Discovery { get; set; } = new();

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

    /// <summary>Returns a fixed text: the options hold a secret.</summary>
    public override string ToString() => "[REDACTED]";
}
