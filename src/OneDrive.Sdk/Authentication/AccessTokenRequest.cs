namespace OneDrive.Sdk.Authentication;

/// <summary>The parameters of a token request.</summary>
public sealed class AccessTokenRequest
{
    /// <summary>The https origin that will receive the token, such as <c>https://graph.microsoft.com</c>.</summary>
    public required Uri Resource { get; init; }

    /// <summary>The scopes that the caller needs; empty uses the default of the provider (usually <c>{resource}/.default</c>).</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The decoded claims challenge (a JSON object) that the new token must satisfy. Caches are bypassed.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Claims { get; init; }

    /// <summary>The token that the service rejected with 401. Only this token is removed from caches.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public AccessToken? Rejected { get; init; }
}
