namespace OneDrive.Sdk.Authentication;

/// <summary>What a token is needed for.</summary>
public sealed class AccessTokenRequest
{
    /// <summary>The https origin that will receive the token, such as <c>https://graph.microsoft.com</c>.</summary>
    public required Uri Resource { get; init; }

    /// <summary>The scopes that the caller needs; empty means the provider's own choice (usually <c>{resource}/.default</c>).</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The decoded claims challenge (a JSON object) that the next token must satisfy; bypasses caches.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Claims { get; init; }

    /// <summary>The token that the service has just refused with 401, so that exactly this one is dropped from caches.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public AccessToken? Rejected { get; init; }
}
