using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>Cache, flow, endpoint and connection of one application sign-in, shared by the two public providers.</summary>
internal sealed class ClientCredentialsProvider : IAccessTokenProvider, IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly TokenCache _cache;
    private readonly IClientCredential _credential;

    internal ClientCredentialsProvider(
        ClientCredentialOptions options,
        OneDriveCloud cloud,
        IClientCredential credential,
        HttpMessageHandler? transport,
        TimeProvider timeProvider,
        ILogger logger)
    {
        var authority = ((ISignInOptions)options).FindAuthority(cloud, out _)!;
        Cloud = authority.Cloud;
        PrincipalKey = $"application {authority.Issuer} {options.ClientId}";
        _credential = credential;
        _http = new HttpMessageInvoker(transport ?? TokenTransport.Create(), disposeHandler: transport is null);
        var endpoint = new TokenClient(_http, TokenTransport.CreateRules(options.MaxRetryAfter), timeProvider, logger);
        var flow = new ClientCredentialsFlow(endpoint, credential, options.ClientId!, authority);
        _cache = new TokenCache(flow, isApplicationOnly: true, timeProvider, logger);
    }

    public bool IsApplicationOnly => true;

    /// <inheritdoc/>
    public string PrincipalKey { get; }

    internal OneDriveCloud Cloud { get; }

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        _cache.GetTokenAsync(request, cancellationToken);

    internal ValueTask<CredentialExpiry?> GetExpiryAsync(CancellationToken cancellationToken) =>
        _credential.GetExpiryAsync(cancellationToken);

    public void Dispose()
    {
        _cache.Dispose();
        _http.Dispose();
    }
}
