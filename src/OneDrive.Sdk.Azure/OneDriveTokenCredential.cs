using Azure.Core;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Exposes a token provider as a <see cref="TokenCredential"/>, so that other Microsoft Graph or Azure clients can use the same sign-in.
/// Tokens are not cached here, because the providers of the SDK cache them.
/// </summary>
public sealed class OneDriveTokenCredential : TokenCredential
{
    private readonly IAccessTokenProvider _provider;
    private readonly Uri _resource;
    private readonly string? _tenantId;

    /// <summary>Creates the credential.</summary>
    /// <param name="provider">The token provider. It is not disposed.</param>
    /// <param name="resource">
    /// The resource of scopes that do not contain one, such as <c>Files.Read</c>; <c>https://graph.microsoft.com</c> when null.
    /// </param>
    /// <param name="tenantId">
    /// The tenant that the provider signs in to. A request for another tenant throws an exception. When null, the requested tenant is
    /// ignored.
    /// </param>
    /// <exception cref="ArgumentException">The resource is not an https address.</exception>
    public OneDriveTokenCredential(IAccessTokenProvider provider, Uri? resource = null, string? tenantId = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        resource ??= OneDriveCloud.Global.GraphEndpoint;
        if (!IsSecure(resource))
            throw new ArgumentException("The resource must be an absolute https address (http only on loopback).", nameof(resource));
        _provider = provider;
        _resource = new Uri(resource.GetLeftPart(UriPartial.Authority));
        _tenantId = tenantId;
    }

    /// <inheritdoc/>
    /// <exception cref="OneDriveAuthenticationException">The provider could not get a token.</exception>
    /// <exception cref="ArgumentException">The scopes belong to several resources, or to one that is not an https address.</exception>
    public override async ValueTask<Azure.Core.AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        if (_tenantId is not null && requestContext.TenantId is { } wanted && !_tenantId.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        {
            throw new OneDriveAuthenticationException($"A token for the tenant {wanted} was requested, but the credential signs in to "
                + $"{_tenantId}.");
        }

        var request = RequestFor(requestContext);
        var token = await _provider.GetTokenAsync(request, cancellationToken).ConfigureAwait(false);
        return new Azure.Core.AccessToken(token.Value, token.ExpiresOn, token.RefreshOn);
    }

    /// <inheritdoc/>
    /// <remarks>Blocks the calling thread. In asynchronous code use <see cref="GetTokenAsync"/>.</remarks>
    public override Azure.Core.AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Task.Run(() => GetTokenAsync(requestContext, cancellationToken).AsTask(), cancellationToken).GetAwaiter().GetResult();

    private AccessTokenRequest RequestFor(TokenRequestContext context)
    {
        var scopes = context.Scopes ?? [];
        var resources = scopes.Select(ResourceOf).Distinct().ToList();
        if (resources.Count > 1 || !resources.TrueForAll(IsSecure))
            throw new ArgumentException("All scopes must belong to one resource, given as an https address.", nameof(context));

        var resource = resources.FirstOrDefault(_resource);
        var everything = resource.GetLeftPart(UriPartial.Authority) + "/.default";
        return new AccessTokenRequest
        {
            Resource = resource,
            Scopes = scopes is [var only] && only == everything ? [] : scopes,
            Claims = context.Claims,
        };
    }

    private Uri ResourceOf(string scope) =>
        scope.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(scope, UriKind.Absolute, out var address)
            ? new Uri(address.GetLeftPart(UriPartial.Authority))
            : _resource;

    private static bool IsSecure(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
