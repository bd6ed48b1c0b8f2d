using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Adds the token to each attempt. Only requests below the service root get a token, never pre-authenticated URLs. A rejected token is
/// replaced once.
/// </summary>
internal sealed class AuthorizationHandler(IAccessTokenProvider tokens, ServiceRoot root) : DelegatingHandler
{
    private readonly AccessTokenRequest _plain = new() { Resource = root.Origin };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RequestTraits.Of(request).IsAnonymous)
        {
            request.Headers.Authorization = null;
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (request.RequestUri is not { } address || !root.Covers(address))
        {
            throw new InvalidOperationException("The request was not sent, because its address is outside the service root and it is not "
                + "marked as anonymous.");
        }

        var token = await tokens.GetTokenAsync(_plain, cancellationToken).ConfigureAwait(false);
        var response = await SendWithAsync(token, request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is not HttpStatusCode.Unauthorized)
        {
            return response;
        }

        var claims = ClaimsChallenge.Read(response.Headers);
        var other = await GetOtherTokenAsync(token, claims, cancellationToken).ConfigureAwait(false);

        // A transport that follows redirects changes the address: no token goes where it leads.
        if (!string.Equals(other.Value, token.Value, StringComparison.Ordinal) && request.RequestUri == address)
        {
            response.Dispose();
            response = await SendWithAsync(other, request, cancellationToken).ConfigureAwait(false);
            claims = response.StatusCode is HttpStatusCode.Unauthorized ? ClaimsChallenge.Read(response.Headers) ?? claims : null;
        }

        return claims is null ? response : throw Unfulfilled(request, response, claims);
    }

    private ValueTask<AccessToken> GetTokenAsync(AccessToken? rejected, string? claims, CancellationToken cancellationToken) =>
        tokens.GetTokenAsync(new AccessTokenRequest { Resource = root.Origin, Rejected = rejected, Claims = claims }, cancellationToken);

    // The sign-in service may reject the request without repeating the claims, which the next sign-in needs.
    private async ValueTask<AccessToken> GetOtherTokenAsync(AccessToken rejected, string? claims, CancellationToken cancellationToken)
    {
        try
        {
            return await GetTokenAsync(rejected, claims, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveAuthenticationException refusal) when (
            claims is not null && refusal is { Claims: null, RequiresSignIn: true }
            && refusal.GetType() == typeof(OneDriveAuthenticationException))
        {
            throw refusal.WithClaims(claims);
        }
    }

    // A token with the claims was rejected as well: only the user or an administrator can resolve this.
    private OneDriveAuthenticationException Unfulfilled(HttpRequestMessage request, HttpResponseMessage response, string claims)
    {
        using (response)
        {
            var answer = ErrorReader.Read(
                request.Method,
                request.RequestUri!.AbsolutePath.TrimStart('/'),
                response.StatusCode,
                response.Headers,
                [],
                retryAfter: null);
            return new OneDriveAuthenticationException(
                $"{RequestTraits.Of(request).Operation}: the service requires claims (insufficient_claims) that the sign-in does not "
                + $"provide, even with a new token. {answer.Message}",
                answer)
            {
                Error = "insufficient_claims",
                Claims = claims,
                CorrelationId = answer.RequestId,
                RequiresSignIn = !tokens.IsApplicationOnly,
                Hint = tokens.IsApplicationOnly
                    ? "A Conditional Access policy rejects this application. Ask the administrator of the organization."
                    : "Sign the user in again, and pass Claims to the sign-in (BeginAuthorizationOptions.Claims).",
            };
        }
    }

    private Task<HttpResponseMessage> SendWithAsync(AccessToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }
}
