using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Gives each attempt its token, and nothing else a token: only requests below the service root get one, and pre-authenticated addresses
/// never do. A refused token is replaced once.
/// </summary>
internal sealed class AuthorizationHandler(IAccessTokenProvider tokens, ServiceRoot root) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RequestTraits.Of(request).IsAnonymous)
        {
            request.Headers.Authorization = null;
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (request.RequestUri is not { } address || !root.Covers(address))
        {
            throw new InvalidOperationException("A request outside the service root was not marked as anonymous; it was not sent.");
        }

        var token = await GetTokenAsync(null, null, cancellationToken).ConfigureAwait(false);
        var response = await SendWithAsync(token, request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is not HttpStatusCode.Unauthorized)
        {
            return response;
        }

        var claims = ClaimsChallenge.Read(response);
        var other = await GetTokenAsync(token, claims, cancellationToken).ConfigureAwait(false);

        // A transport that follows redirects changes the address: no token goes where it leads.
        if (string.Equals(other.Value, token.Value, StringComparison.Ordinal) || request.RequestUri != address)
        {
            return response;
        }

        response.Dispose();
        return await SendWithAsync(other, request, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<AccessToken> GetTokenAsync(AccessToken? rejected, string? claims, CancellationToken cancellationToken) =>
        tokens.GetTokenAsync(new AccessTokenRequest { Resource = root.Origin, Rejected = rejected, Claims = claims }, cancellationToken);

    private Task<HttpResponseMessage> SendWithAsync(AccessToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }
}
