using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The section <c>ClientSecret</c>.</summary>
internal sealed class ClientSecretConfiguration : ClientCredentialConfiguration
{
    internal static readonly string[] Keys = [.. CommonKeys, nameof(ClientSecret), nameof(ClientSecretExpiresOn)];

    public string? ClientSecret { get; set; }

    public DateTimeOffset? ClientSecretExpiresOn { get; set; }

    internal void ApplyTo(ClientSecretOptions options)
    {
        ApplyCommon(options);
        options.ClientSecret = ClientSecret ?? options.ClientSecret;
        options.ClientSecretExpiresOn = ClientSecretExpiresOn ?? options.ClientSecretExpiresOn;
    }
}
