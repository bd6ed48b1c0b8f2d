using System.Collections.Concurrent;
using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The access tokens that were issued. They are opaque: no client may read anything from a token.</summary>
internal sealed class TokenTable(EmulatorOptions options)
{
    private readonly ConcurrentDictionary<string, TokenGrant> _grants = new(StringComparer.Ordinal);

    public string Issue(EmulatorApplication application, UserState? user, string audience)
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
        var actor = new Actor(application.ClientId, application.DisplayName, user?.Id, user?.DisplayName, user?.Mail);
        _grants[token] = new TokenGrant(audience, options.TenantId, application.ClientId, user, now + options.AccessTokenLifetime, actor);
        return token;
    }

    public TokenGrant? Find(string token) => _grants.GetValueOrDefault(token);

    public void Clear() => _grants.Clear();
}
