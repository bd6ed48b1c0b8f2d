namespace OneDrive.Sdk.Authentication;

/// <summary>Options of a single sign-in with a code .</summary>
public sealed class BeginDeviceCodeOptions
{
    /// <summary>The claims that the service requires, from <see cref="OneDriveAuthenticationException.Claims"/>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Claims { get; init; }

    /// <summary>Scopes to request in addition to those of the options.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> AdditionalScopes { get; init; } = [];
}
