using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>What the sections of both application sign-ins have in common.</summary>
internal abstract class ClientCredentialConfiguration
{
    protected static readonly string[] CommonKeys =
        [nameof(TenantId), nameof(TokenUrl), nameof(ClientId), nameof(AllowCommonForAppOnly), nameof(MaxRetryAfter), nameof(ExpiryWarning)];

    public string? TenantId { get; set; }

    public string? TokenUrl { get; set; }

    public string? ClientId { get; set; }

    public bool? AllowCommonForAppOnly { get; set; }

    public TimeSpan? MaxRetryAfter { get; set; }

    public TimeSpan? ExpiryWarning { get; set; }

    protected void ApplyCommon(ClientCredentialOptions options)
    {
        options.TenantId = TenantId ?? options.TenantId;
        options.TokenUrl = TokenUrl ?? options.TokenUrl;
        options.ClientId = ClientId ?? options.ClientId;
        options.AllowCommonForAppOnly = AllowCommonForAppOnly ?? options.AllowCommonForAppOnly;
        options.MaxRetryAfter = MaxRetryAfter ?? options.MaxRetryAfter;
        options.ExpiryWarning = ExpiryWarning ?? options.ExpiryWarning;
    }
}
