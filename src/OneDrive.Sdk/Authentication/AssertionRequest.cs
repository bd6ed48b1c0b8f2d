namespace OneDrive.Sdk.Authentication;

/// <summary>The parameters of a client assertion that an external source creates.</summary>
public sealed class AssertionRequest
{
    /// <summary>The application (client) id.</summary>
    public required string ClientId { get; init; }

    /// <summary>
    /// The token endpoint that receives the assertion. It is the audience (aud), unless the issuer was configured with another one.
    /// </summary>
    public required Uri TokenEndpoint { get; init; }
}
