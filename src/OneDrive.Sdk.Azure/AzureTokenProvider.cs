using Azure.Core;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs in with a <see cref="TokenCredential"/>: a managed identity, a workload identity, the Azure CLI, or any other. Its tokens are kept
/// in memory until they are due for renewal. Make one for each identity and share it; it is thread-safe.
/// </summary>
public sealed class AzureTokenProvider : IAccessTokenProvider, IDisposable
{
    private readonly CachedTokenProvider _cache;

    /// <summary>Uses a credential.</summary>
    /// <param name="credential">The credential. It is not disposed.</param>
    /// <param name="options">How it is asked; copied.</param>
    public AzureTokenProvider(TokenCredential credential, AzureTokenOptions? options = null)
        : this(credential, options ?? new(), null)
    {
    }

    internal AzureTokenProvider(TokenCredential credential, AzureTokenOptions options, ILoggerFactory? loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(credential);
        PrincipalKey = options.PrincipalKey;
        _cache = new CachedTokenProvider(new CredentialTokens(credential, options), loggerFactory, options.TimeProvider);
    }

    /// <inheritdoc/>
    public bool IsApplicationOnly => _cache.IsApplicationOnly;

    /// <inheritdoc/>
    public string? PrincipalKey { get; }

    /// <inheritdoc/>
    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        _cache.GetTokenAsync(request, cancellationToken);

    /// <summary>Drops the tokens and ends waiting calls.</summary>
    public void Dispose() => _cache.Dispose();
}
