using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Http;

/// <summary>Hands out <c>token-1</c> until it is refused, then <c>token-2</c>, and so on; keeps what it was asked.</summary>
internal sealed class CountingTokens : IAccessTokenProvider
{
    private int _number = 1;

    internal List<AccessTokenRequest> Requests { get; } = [];

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        lock (Requests)
        {
            Requests.Add(request);
            if (request.Rejected is not null)
            {
                _number++;
            }

            return ValueTask.FromResult(new AccessToken($"token-{_number}", DateTimeOffset.MaxValue));
        }
    }
}
