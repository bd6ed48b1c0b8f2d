using Azure.Core;

namespace OneDrive.Sdk.Authentication;

/// <summary>Requests a token from the credential for each call.</summary>
internal sealed class CredentialTokens : IAccessTokenProvider
{
    private readonly TokenCredential _credential;
    private readonly string? _tenantId;
    private readonly string[] _scopes;
    private readonly bool _isCaeEnabled;

    internal CredentialTokens(TokenCredential credential, AzureTokenOptions options)
    {
        _credential = credential;
        _tenantId = options.TenantId;
        _scopes = [.. options.Scopes];
        _isCaeEnabled = options.EnableContinuousAccessEvaluation;
        IsApplicationOnly = options.IsApplicationOnly;
    }

    public bool IsApplicationOnly { get; }

    public async ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var context = new TokenRequestContext(
            ScopesOf(request), claims: request.Claims, tenantId: _tenantId, isCaeEnabled: _isCaeEnabled);
        try
        {
            var token = await _credential.GetTokenAsync(context, cancellationToken).ConfigureAwait(false);
            return new AccessToken(token.Token, token.ExpiresOn, token.RefreshOn);
        }
        catch (Exception failure) when (failure is not OneDriveException
            && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw CredentialFailure.Of(failure);
        }
    }

    private string[] ScopesOf(AccessTokenRequest request) => request.Scopes.Count > 0 ? [.. request.Scopes]
        : _scopes.Length > 0 ? _scopes
        : [request.Resource.GetLeftPart(UriPartial.Authority) + "/.default"];
}
