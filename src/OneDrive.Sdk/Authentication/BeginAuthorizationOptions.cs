namespace OneDrive.Sdk.Authentication;

/// <summary>What a single sign-in asks for differently.</summary>
public sealed class BeginAuthorizationOptions
{
    /// <summary>What the page asks: <c>login</c>, <c>none</c>, <c>consent</c> or <c>select_account</c>.</summary>
    /// <value>Default: <see langword="null"/>, what the sign-in service finds necessary.</value>
    public string? Prompt { get; init; }

    /// <summary>The sign-in name to fill in.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? LoginHint { get; init; }

    /// <summary>The kind of account: <c>organizations</c>, <c>consumers</c>, or a domain.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? DomainHint { get; init; }

    /// <summary>
    /// The claims that the service demanded, as <see cref="OneDriveAuthenticationException.Claims"/> gives them.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Claims { get; init; }

    /// <summary>Scopes to ask for besides those of the options.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> AdditionalScopes { get; init; } = [];

    /// <summary>
    /// What the application wants back with the completed sign-in, such as the destination that it is for, so that one callback serves all
    /// of them. It stays in the <see cref="IAuthorizationSessionStore"/> and never travels through the browser. Up to 2,048 characters.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ApplicationData { get; init; }
}
