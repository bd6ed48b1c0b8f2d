namespace OneDrive.Sdk.Authentication;

/// <summary>What a single sign-in with a code asks for differently.</summary>
public sealed class BeginDeviceCodeOptions
{
    /// <summary>
    /// The claims that the service demanded, as <see cref="OneDriveAuthenticationException.Claims"/> gives them.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Claims { get; init; }

    /// <summary>Scopes to ask for besides those of the options.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> AdditionalScopes { get; init; } = [];
}
