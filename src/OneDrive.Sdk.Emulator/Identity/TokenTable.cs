using System.Collections.Concurrent;
using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// The access tokens that were issued, by their hashes. They are opaque: no client may read anything from a token.
/// </summary>
internal sealed class TokenTable(EmulatorOptions options, Ledger ledger)
{
    private readonly ConcurrentDictionary<string, TokenGrant> _grants = new(StringComparer.Ordinal);

    /// <summary>Issues a token for an application that acts for itself.</summary>
    public string Issue(EmulatorApplication application, string audience, AudienceKind kind) => Add(
        new TokenGrant(audience, options.TenantId, application.ClientId, User: null, Expiry(), ActorOf(application, user: null))
        {
            Kind = kind,
        });

    /// <summary>Issues a token for an application that acts for a user.</summary>
    public string Issue(EmulatorApplication application, UserState user, RequestedScopes scopes, string tenantId, string? claims) => Add(
        new TokenGrant(scopes.Audience, tenantId, application.ClientId, user, Expiry(), ActorOf(application, user))
        {
            Kind = scopes.Kind,
            Scopes = scopes.Permissions,
            Claims = claims,
        });

    public TokenGrant? Find(string token) => _grants.GetValueOrDefault(SecretHash.TextOf(token));

    public void Clear()
    {
        _grants.Clear();
        ledger.Note(new StateEntry { AccessTokensCleared = true });
    }

    /// <summary>Makes tokens invalid. A data folder learns of it when everything is saved anew.</summary>
    public void Remove(Func<TokenGrant, bool> matches)
    {
        foreach (var (hash, grant) in _grants)
        {
            if (matches(grant))
            {
                _grants.TryRemove(hash, out _);
            }
        }
    }

    public IEnumerable<StateEntry> SaveAll() => _grants.Select(entry => Save(entry.Key, entry.Value));

    public void Restore(AccessTokenRecord record, UserState? user) => _grants[record.Hash] = new TokenGrant(
        record.Audience, record.TenantId, record.ApplicationId, user, record.Expires, record.Actor)
    {
        Kind = record.Kind,
        Scopes = record.Scopes,
        Claims = record.Claims,
    };

    private static Actor ActorOf(EmulatorApplication application, UserState? user)
        => new(application.ClientId, application.DisplayName, user?.Id, user?.DisplayName, user?.Mail);

    private static StateEntry Save(string hash, TokenGrant grant) => new()
    {
        AccessToken = new AccessTokenRecord(
            hash,
            grant.Audience,
            grant.TenantId,
            grant.ApplicationId,
            grant.User?.Id,
            grant.Expires,
            grant.Actor,
            grant.Scopes,
            grant.Claims,
            grant.Kind),
    };

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
        var hash = SecretHash.TextOf(token);
        _grants[hash] = issued;
        ledger.Note(Save(hash, issued));
        return token;
    }
}
