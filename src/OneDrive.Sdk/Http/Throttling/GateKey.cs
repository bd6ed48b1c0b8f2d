namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The key of a gate: a principal, or one pre-authenticated host of a principal.</summary>
/// <param name="Principal">The key of the token provider, or the provider itself if it does not have a key.</param>
/// <param name="Authority">The host of the requests.</param>
/// <param name="IsPreAuthenticated">Whether the requests do not contain a token.</param>
/// <param name="Clock">The clock of the gate.</param>
internal sealed record GateKey(object Principal, string Authority, bool IsPreAuthenticated, TimeProvider Clock)
{
    /// <summary>The host without its port.</summary>
    internal string Host => Authority.Split(':')[0];
}
