using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The section <c>AuthorizationCode</c>; scopes are separated by spaces.</summary>
internal sealed class AuthorizationCodeConfiguration
{
    internal static readonly string[] Keys =
    [
        nameof(Issuer), nameof(TenantId), nameof(ClientId), nameof(ClientSecret), nameof(RedirectUri), nameof(Scopes),
        nameof(AdditionalScopes), nameof(ResponseMode), nameof(EnableContinuousAccessEvaluation), nameof(ContinueWhenNotSaved),
        nameof(SessionLifetime), nameof(MaxRetryAfter), nameof(UserKey), nameof(ClientSecretExpiresOn), nameof(ExpiryWarning),
        SignInConfiguration.ClientCertificateKey,
    ];

    public string? Issuer { get; set; }

    public string? TenantId { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public Uri? RedirectUri { get; set; }

    public string? Scopes { get; set; }

    public string? AdditionalScopes { get; set; }

    public AuthorizationResponseMode? ResponseMode { get; set; }

    public bool? EnableContinuousAccessEvaluation { get; set; }

    public bool? ContinueWhenNotSaved { get; set; }

    public TimeSpan? SessionLifetime { get; set; }

    public TimeSpan? MaxRetryAfter { get; set; }

    public string? UserKey { get; set; }

    public DateTimeOffset? ClientSecretExpiresOn { get; set; }

    public TimeSpan? ExpiryWarning { get; set; }

    internal void ApplyTo(AuthorizationCodeOptions options)
    {
        options.Issuer = Issuer ?? options.Issuer;
        options.TenantId = TenantId ?? options.TenantId;
        options.ClientId = ClientId ?? options.ClientId;
        options.ClientSecret = ClientSecret ?? options.ClientSecret;
        options.RedirectUri = RedirectUri ?? options.RedirectUri;
        options.Scopes = ConfiguredScopes.Split(Scopes) ?? options.Scopes;
        options.AdditionalScopes = ConfiguredScopes.Split(AdditionalScopes) ?? options.AdditionalScopes;
        options.ResponseMode = ResponseMode ?? options.ResponseMode;
        options.EnableContinuousAccessEvaluation = EnableContinuousAccessEvaluation ?? options.EnableContinuousAccessEvaluation;
        options.ContinueWhenNotSaved = ContinueWhenNotSaved ?? options.ContinueWhenNotSaved;
        options.SessionLifetime = SessionLifetime ?? options.SessionLifetime;
        options.MaxRetryAfter = MaxRetryAfter ?? options.MaxRetryAfter;
        options.UserKey = UserKey ?? options.UserKey;
        options.ClientSecretExpiresOn = ClientSecretExpiresOn ?? options.ClientSecretExpiresOn;
        options.ExpiryWarning = ExpiryWarning ?? options.ExpiryWarning;
    }

    /// <summary>Returns a fixed text, because the section holds a secret.</summary>
    public override string ToString() => "[REDACTED]";
}
