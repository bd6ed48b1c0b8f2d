using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The section <c>DeviceCode</c>; scopes are separated by spaces.</summary>
internal sealed class DeviceCodeConfiguration
{
    internal static readonly string[] Keys =
    [
        nameof(TenantId), nameof(ClientId), nameof(Scopes), nameof(AdditionalScopes), nameof(Language),
        nameof(EnableContinuousAccessEvaluation), nameof(ContinueWhenNotSaved), nameof(MaxRetryAfter), nameof(UserKey),
    ];

    public string? TenantId { get; set; }

    public string? ClientId { get; set; }

    public string? Scopes { get; set; }

    public string? AdditionalScopes { get; set; }

    public string? Language { get; set; }

    public bool? EnableContinuousAccessEvaluation { get; set; }

    public bool? ContinueWhenNotSaved { get; set; }

    public TimeSpan? MaxRetryAfter { get; set; }

    public string? UserKey { get; set; }

    internal void ApplyTo(DeviceCodeOptions options)
    {
        options.TenantId = TenantId ?? options.TenantId;
        options.ClientId = ClientId ?? options.ClientId;
        options.Scopes = ConfiguredScopes.Split(Scopes) ?? options.Scopes;
        options.AdditionalScopes = ConfiguredScopes.Split(AdditionalScopes) ?? options.AdditionalScopes;
        options.Language = Language ?? options.Language;
        options.EnableContinuousAccessEvaluation = EnableContinuousAccessEvaluation ?? options.EnableContinuousAccessEvaluation;
        options.ContinueWhenNotSaved = ContinueWhenNotSaved ?? options.ContinueWhenNotSaved;
        options.MaxRetryAfter = MaxRetryAfter ?? options.MaxRetryAfter;
        options.UserKey = UserKey ?? options.UserKey;
    }
}
