namespace OneDrive.Sdk.Authentication;

/// <summary>Options of a single sign-in .</summary>
public sealed class BeginAuthorizationOptions
{
    /// <summary>The prompt parameter: <c>login</c>, <c>none</c>, <c>consent</c> or <c>select_account</c>.</summary>
    /// <value>Default: <see langword="null"/>, the sign-in service decides.</value>
    public string? Prompt { get; init; }

    /// <summary>The sign-in name to prefill (login_hint).</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? LoginHint { get; init; }

    /// <summary>The kind of account (domain_hint): <c>organizations</c>, <c>consumers</c>, or a domain.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? DomainHint { get; init; }

    /// <summary>The claims that the service requires, from <see cref="OneDriveAuthenticationException.Claims"/>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Claims { get; init; }

    /// <summary>Scopes to request in addition to those of the options.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> AdditionalScopes { get; init; } = [];

    /// <summary>
    /// What the application wants back with the completed sign-in, such as the destination that it is for, so that one callback serves all
    /// of them. It stays in the <see cref="IAuthorizationSessionStore"/> and never travels through the browser. Up to 2,048 characters.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ApplicationData { get; init; }
}
