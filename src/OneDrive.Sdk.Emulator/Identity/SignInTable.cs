using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The authorization codes and, by their hashes, the refresh tokens that were issued. Both are opaque.</summary>
internal sealed class SignInTable(EmulatorOptions options, Ledger ledger)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RefreshToken> _refreshTokens = new(StringComparer.Ordinal);

    public string Issue(AuthorizationCode code)
    {
        var value = "0.A" + NewSecret();
        lock (_gate)
        {
            _codes[value] = code;
        }

        return value;
    }

    /// <summary>Redeems a code, once. A second time it takes the grant back, as RFC 6749 section 4.1.2 advises.</summary>
    public AuthorizationCode Redeem(string code, EmulatorApplication application)
    {
        lock (_gate)
        {
            if (!_codes.TryGetValue(code, out var found) || !IsOf(found.Grant, application))
            {
                throw Invalid(9002313, "Invalid request. The code is malformed or was issued to another application.");
            }

            if (found.IsSpent)
            {
                Revoke(found.Grant);
                throw Invalid(54005, "OAuth2 Authorization code was already redeemed, please retry with a new valid code.");
            }

            if (found.Expires <= options.TimeProvider.GetUtcNow())
            {
                throw Invalid(70008, "The provided authorization code or refresh token has expired due to inactivity.");
            }

            found.IsSpent = true;
            return found;
        }
    }

    public string IssueRefreshToken(SignInGrant grant)
    {
        var value = "1.A" + NewSecret();
        lock (_gate)
        {
            var token = new RefreshToken(grant, options.TimeProvider.GetUtcNow() + options.RefreshTokenLifetime);
            _refreshTokens[SecretHash.TextOf(value)] = token;
            ledger.Note(new StateEntry { Grant = grant.ToRecord() });
            ledger.Note(Save(SecretHash.TextOf(value), token));
        }

        return value;
    }

    /// <summary>Uses a refresh token, and gives the one that the answer is to carry; null when it carries none.</summary>
    public (SignInGrant Grant, string? Next) Refresh(string token, EmulatorApplication application)
    {
        lock (_gate)
        {
            if (!_refreshTokens.TryGetValue(SecretHash.TextOf(token), out var found) || !IsOf(found.Grant, application))
            {
                throw Invalid(70000, "Provided grant is invalid or malformed.");
            }

            if (found.Grant.IsRevoked)
            {
                throw Invalid(50173, "The provided grant has expired due to it being revoked, a fresh auth token is needed.");
            }

            if (found.Expires <= options.TimeProvider.GetUtcNow())
            {
                throw Invalid(700082, "The refresh token has expired due to inactivity.");
            }

            if (found.IsSpent)
            {
                Revoke(found.Grant);
                throw Invalid(70000, "The refresh token was used before; the sign-in was revoked.");
            }

            found.IsSpent = options.RefreshTokens == EmulatorRefreshTokens.SingleUse;
            ledger.NoteIf(() => found.IsSpent, () => Save(SecretHash.TextOf(token), found));
        }

        return (Find(token), options.RefreshTokens == EmulatorRefreshTokens.Kept ? null : IssueRefreshToken(Find(token)));
    }

    /// <summary>Takes back what users granted.</summary>
    public void Revoke(Func<SignInGrant, bool> matches)
    {
        lock (_gate)
        {
            foreach (var grant in _refreshTokens.Values.Select(token => token.Grant).Concat(_codes.Values.Select(code => code.Grant)))
            {
                if (matches(grant))
                {
                    Revoke(grant);
                }
            }
        }
    }

    public IEnumerable<StateEntry> SaveAll()
    {
        lock (_gate)
        {
            return
            [
                .. from grant in _refreshTokens.Values.Select(token => token.Grant).Distinct()
                   select new StateEntry { Grant = grant.ToRecord() },
                .. _refreshTokens.Select(entry => Save(entry.Key, entry.Value)),
            ];
        }
    }

    public void Restore(RefreshTokenRecord record, SignInGrant grant)
        => _refreshTokens[record.Hash] = new RefreshToken(grant, record.Expires) { IsSpent = record.IsSpent };

    private void Revoke(SignInGrant grant)
    {
        grant.IsRevoked = true;
        ledger.Note(new StateEntry { Grant = grant.ToRecord() });
    }

    private static bool IsOf(SignInGrant grant, EmulatorApplication application)
        => grant.Application.ClientId.Equals(application.ClientId, StringComparison.OrdinalIgnoreCase);

    private static StateEntry Save(string hash, RefreshToken token)
        => new() { RefreshToken = new RefreshTokenRecord(hash, token.Grant.Id, token.Expires, token.IsSpent) };

    private SignInGrant Find(string token)
    {
        lock (_gate)
        {
            return _refreshTokens[SecretHash.TextOf(token)].Grant;
        }
    }

    private static EntraError Invalid(int number, string message) => new(400, "invalid_grant", number, message);

    private static string NewSecret() => Base64Url.Encode(RandomNumberGenerator.GetBytes(48));
}
