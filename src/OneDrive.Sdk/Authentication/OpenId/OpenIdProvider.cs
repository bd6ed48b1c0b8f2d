using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>The OpenID metadata of an issuer, cached for a day: its endpoints and its keys. Validates identity tokens.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never used owns nothing.")]
internal sealed class OpenIdProvider(UserSettings settings, SignInConnection connection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Anyone can send a token with an unknown key, so the keys are not requested for each.</summary>
    private static readonly TimeSpan PauseBetweenKeyFetches = TimeSpan.FromMinutes(5);

    private readonly DocumentReader _reader = new(connection, "Check Issuer or TenantId, and the cloud.");
    private readonly SemaphoreSlim _gate = new(1, 1);
    private OpenIdConfiguration? _configuration;
    private DateTimeOffset _configurationFetched;
    private IReadOnlyList<SigningKey> _keys = [];
    private DateTimeOffset? _keysFetched;

    /// <summary>The tenant with the token endpoint that is really used.</summary>
    internal async ValueTask<TenantAuthority> ResolveAsync(CancellationToken cancellationToken) => settings.UsesDiscovery
        ? settings.Authority.At((await GetConfigurationAsync(cancellationToken).ConfigureAwait(false)).TokenEndpoint)
        : settings.Authority;

    internal async ValueTask<Uri> FindAuthorizeEndpointAsync(CancellationToken cancellationToken) => settings.UsesDiscovery
        ? (await GetConfigurationAsync(cancellationToken).ConfigureAwait(false)).AuthorizationEndpoint
        : settings.Authority.AuthorizeEndpoint;

    /// <summary>Validates an identity token and returns its account.</summary>
    /// <param name="idToken">The token.</param>
    /// <param name="nonce">What it must repeat; null when it does not have to.</param>
    /// <param name="clockSkew">How far the issuer's clock is ahead of ours.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="OneDriveAuthenticationException">It is not valid, or the issuer's documents cannot be used.</exception>
    internal async Task<UserAccount> ValidateAsync(string idToken, string? nonce, TimeSpan clockSkew, CancellationToken cancellationToken)
    {
        var parts = IdTokenParts.Read(idToken);
        var configuration = await GetConfigurationAsync(cancellationToken).ConfigureAwait(false);
        var now = connection.TimeProvider.GetUtcNow();
        IdTokenClaimsValidator.Require(parts.Claims, configuration, settings.ClientId, nonce, now + clockSkew);
        var key = await FindKeyAsync(configuration, parts.KeyId, cancellationToken).ConfigureAwait(false)
            ?? throw IdTokenClaimsValidator.Invalid("its signing key (kid) is not one of the issuer's keys");
        var audience = IdTokenClaimsValidator.AudienceOf(parts.Claims, settings.ClientId)!;
        return await IdTokenValidator.IsSignedAsync(parts, key, JsonMember.Text(parts.Claims, "iss")!, audience).ConfigureAwait(false)
            ? IdTokenClaimsValidator.AccountOf(parts.Claims)
            : throw IdTokenClaimsValidator.Invalid("its signature is not valid");
    }

    private async Task<OpenIdConfiguration> GetConfigurationAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = connection.TimeProvider.GetUtcNow();
            if (_configuration is null || now - _configurationFetched >= Lifetime)
            {
                var address = new Uri($"{settings.Authority.Issuer}/.well-known/openid-configuration");
                var document = await _reader.GetAsync(address, token: null, cancellationToken).ConfigureAwait(false);
                _configuration = OpenIdConfiguration.Read(document, settings.Authority);
                _configurationFetched = now;
            }

            return _configuration;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<SigningKey?> FindKeyAsync(OpenIdConfiguration configuration, string id, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = connection.TimeProvider.GetUtcNow();
            var isOld = _keysFetched is null || now - _keysFetched >= Lifetime;
            if (isOld || (Find(id) is null && now - _keysFetched >= PauseBetweenKeyFetches))
            {
                _keys = SigningKey.ReadSet(
                    await _reader.GetAsync(configuration.KeysEndpoint, token: null, cancellationToken).ConfigureAwait(false));
                _keysFetched = now;
            }

            return Find(id);
        }
        catch (JsonException failure)
        {
            throw new OneDriveAuthenticationException($"The signing keys of {configuration.Issuer} cannot be read.", failure);
        }
        finally
        {
            _gate.Release();
        }
    }

    private SigningKey? Find(string id) => _keys.FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal));
}
