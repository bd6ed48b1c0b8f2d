namespace OneDrive.Sdk.Authentication;

/// <summary>The claims of a client assertion.</summary>
/// <param name="Audience">The token endpoint.</param>
/// <param name="ClientId">The application, issuer and subject at once.</param>
/// <param name="Id">Different for every assertion, so that none can be replayed.</param>
/// <param name="IssuedAt">Now, by the clock of the token endpoint as far as it is known.</param>
/// <param name="Lifetime">How long the assertion is valid.</param>
internal sealed record ClientAssertionClaims(string Audience, string ClientId, Guid Id, DateTimeOffset IssuedAt, TimeSpan Lifetime);
