using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Benchmarks;

/// <summary>Has its token at hand, as a provider with a filled cache.</summary>
internal sealed class CannedTokens : IAccessTokenProvider
{
    private readonly AccessToken _token = new("benchmark", DateTimeOffset.MaxValue);

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) => new(_token);
}
