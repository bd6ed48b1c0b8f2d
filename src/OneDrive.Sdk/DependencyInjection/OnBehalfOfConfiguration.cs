using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The section <c>OnBehalfOf</c>; scopes are separated by spaces.</summary>
internal sealed class OnBehalfOfConfiguration
{
    internal static readonly string[] Keys =
    [
        nameof(TenantId), nameof(ClientId), nameof(ClientSecret), nameof(Scopes), nameof(EnableContinuousAccessEvaluation),
        nameof(MaxRetryAfter), nameof(ClientSecretExpiresOn), nameof(ExpiryWarning), SignInConfiguration.ClientCertificateKey,
    ];

    public string? TenantId { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string? Scopes { get; set; }

    public bool? EnableContinuousAccessEvaluation { get; set; }

    public TimeSpan? MaxRetryAfter { get; set; }

    public DateTimeOffset? ClientSecretExpiresOn { get; set; }

    public TimeSpan? ExpiryWarning { get; set; }

    internal void ApplyTo(OnBehalfOfOptions options)
    {
        options.TenantId = TenantId ?? options.TenantId;
        options.ClientId = ClientId ?? options.ClientId;
        options.ClientSecret = ClientSecret ?? options.ClientSecret;
        options.Scopes = ConfiguredScopes.Split(Scopes) ?? options.Scopes;
        options.EnableContinuousAccessEvaluation = EnableContinuousAccessEvaluation ?? options.EnableContinuousAccessEvaluation;
        options.MaxRetryAfter = MaxRetryAfter ?? options.MaxRetryAfter;
        options.ClientSecretExpiresOn = ClientSecretExpiresOn ?? options.ClientSecretExpiresOn;
        options.ExpiryWarning = ExpiryWarning ?? options.ExpiryWarning;
    }

    /// <summary>Returns a fixed text, because the section holds a secret.</summary>
    public override string ToString() => "[REDACTED]";
}
