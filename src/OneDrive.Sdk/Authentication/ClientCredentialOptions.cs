namespace OneDrive.Sdk.Authentication;

/// <summary>Options that all sign-ins of applications without a user have in common.</summary>
public abstract class ClientCredentialOptions : ISignInOptions
{
    private protected ClientCredentialOptions()
    {
    }

    /// <summary>
    /// The tenant: its id, or one of its verified domains such as <c>contoso.onmicrosoft.com</c>. Set this or <see cref="TokenUrl"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? TenantId { get; set; }

    /// <summary>
    /// The address of the OAuth 2.0 token endpoint (v2) as the portal shows it, such as
    /// <c>https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token</c>; the tenant and the cloud are taken from it.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the address follows from <see cref="TenantId"/> and the cloud.</value>
    public string? TokenUrl { get; set; }

    /// <summary>The application (client) id of the app registration.</summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public string? ClientId { get; set; }

    /// <summary>
    /// Whether a tenant of <c>common</c>, <c>organizations</c> or <c>consumers</c> is accepted. Microsoft Entra ID rejects these tenants
    /// for applications without a user:
    /// <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow"/>.
    /// </summary>
    /// <value>Default: <see langword="false"/>, they are rejected before any request.</value>
    public bool AllowCommonForAppOnly { get; set; }

    /// <summary>
    /// The longest <c>Retry-After</c> of the token endpoint that is honored; zero or more. A longer value throws a
    /// <see cref="ThrottledException"/> immediately.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long before the expiration of a secret or certificate a warning is logged, once a day; zero or more.</summary>
    /// <value>Default: 30 days.</value>
    public TimeSpan ExpiryWarning { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Called with each warning, once a day, during a sign-in; for example to send a mail.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Action<CredentialExpiry>? OnExpiring { get; set; }

    TenantAuthority? ISignInOptions.FindAuthority(OneDriveCloud cloud, out string? problem) =>
        TenantAuthority.TryCreate(TenantId, TokenUrl, cloud, out problem);

    IEnumerable<string> ISignInOptions.Validate(OneDriveCloud cloud) =>
    [
        .. AllowCommonForAppOnly ? [] : SignInChecks.OneTenant(
            TenantAuthority.TryCreate(TenantId, TokenUrl, cloud, out _),
            string.IsNullOrEmpty(TokenUrl) ? nameof(TenantId) : nameof(TokenUrl),
            "sign-in as an application without a user",
            $", or set {nameof(AllowCommonForAppOnly)} to send the request anyway"),
        .. ValidateCredential(),
    ];

    /// <summary>Returns the problems of the secret or the certificate.</summary>
    private protected abstract IEnumerable<string> ValidateCredential();
}
