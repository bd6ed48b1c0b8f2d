namespace OneDrive.Sdk.Http.Throttling;

/// <summary>What a gate is for: a principal, or one pre-authenticated host of a principal.</summary>
/// <param name="Principal">The key that the token provider gives, or the provider itself when it gives none.</param>
/// <param name="Authority">The host that the requests go to.</param>
/// <param name="IsPreAuthenticated">Whether the requests carry no token.</param>
/// <param name="Clock">The clock that the gate runs on.</param>
internal readonly record struct GateKey(object Principal, string Authority, bool IsPreAuthenticated, TimeProvider Clock)
{
    /// <summary>The host without its port.</summary>
    internal string Host => Authority.Split(':')[0];
}
