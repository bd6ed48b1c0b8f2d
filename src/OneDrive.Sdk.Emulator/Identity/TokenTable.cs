using System.Collections.Concurrent;
using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The access tokens that were issued. They are opaque: no client may read anything from a token.</summary>
internal sealed class TokenTable(EmulatorOptions options)
{
    private readonly ConcurrentDictionary<string, TokenGrant> _grants = new(StringComparer.Ordinal);

    /// <summary>Issues a token for an application that acts for itself.</summary>
    public string Issue(EmulatorApplication application, string audience) => Add(
        new TokenGrant(audience, options.TenantId, application.ClientId, User: null, Expiry(), ActorOf(application, user: null)));

    /// <summary>Issues a token for an application that acts for a person.</summary>
    public string Issue(EmulatorApplication application, UserState user, RequestedScopes scopes, string tenantId, string? claims) => Add(
        new TokenGrant(scopes.Audience, tenantId, application.ClientId, user, Expiry(), ActorOf(application, user))
        {
            Scopes = scopes.Permissions,
            Claims = claims,
        });

    public TokenGrant? Find(string token) => _grants.GetValueOrDefault(token);

    public void Clear() => _grants.Clear();

    private static Actor ActorOf(EmulatorApplication application, UserState? user)
        => new(application.ClientId, application.DisplayName, user?.Id, user?.DisplayName, user?.Mail);

    private DateTimeOffset Expiry() => options.TimeProvider.GetUtcNow() + options.AccessTokenLifetime;

    private string Add(TokenGrant issued)
    {
        var now = options.TimeProvider.GetUtcNow();
        foreach (var (old, grant) in _grants)
        {
            // An expired token is kept for another lifetime, so that its use is told apart from nonsense.
            if (grant.Expires + options.AccessTokenLifetime < now)
            {
                _grants.TryRemove(old, out _);
            }
        }

        var token = "emulated." + Convert.ToHexString(RandomNumberGenerator.GetBytes(40)).ToLowerInvariant();
        _grants[token] = issued;
        return token;
    }
}
