using Azure.Core;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs in with a <see cref="TokenCredential"/>: a managed identity, a workload identity, the Azure CLI, or any other. Tokens are cached
/// in memory until they are due for refresh. Create one instance for each identity and share it; it is thread-safe.
/// </summary>
public sealed class AzureTokenProvider : IAccessTokenProvider, IDisposable
{
    private readonly CachedTokenProvider _cache;

    /// <summary>Creates the provider.</summary>
    /// <param name="credential">The credential. It is not disposed.</param>
    /// <param name="options">The options; they are copied.</param>
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

    /// <summary>Clears the cached tokens and cancels waiting calls.</summary>
    public void Dispose() => _cache.Dispose();
}
