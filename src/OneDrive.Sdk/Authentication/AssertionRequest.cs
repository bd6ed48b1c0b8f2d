namespace OneDrive.Sdk.Authentication;

/// <summary>What an assertion from elsewhere is needed for.</summary>
public sealed class AssertionRequest
{
    /// <summary>The application (client) id.</summary>
    public required string ClientId { get; init; }

    /// <summary>The token endpoint that will receive the assertion: its audience, unless the issuer agreed on another one.</summary>
    public required Uri TokenEndpoint { get; init; }
}
