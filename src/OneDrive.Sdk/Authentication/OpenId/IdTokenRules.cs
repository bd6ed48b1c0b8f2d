using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Authentication.OpenId;

/// <summary>
/// What the claims of an identity token must say. See <see href="https://learn.microsoft.com/entra/identity-platform/id-tokens"/>.
/// </summary>
internal static class IdTokenRules
{
    private const double LatestSecond = 253_402_300_799;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    internal static OneDriveAuthenticationException Invalid(string why) => new($"The identity token is not valid: {why}.")
    {
        Hint = "Check that nothing stands between the application and the sign-in service, and that the clock of this machine is right.",
    };

    /// <summary>Checks issuer, audience, times, nonce and tenant.</summary>
    internal static void Require(JsonElement claims, OpenIdConfiguration configuration, string clientId, string? nonce, DateTimeOffset now)
    {
        var tenant = Text(claims, "tid");
        if (tenant is not null && !Guid.TryParseExact(tenant, "D", out _))
        {
            throw Invalid("its tenant is no id");
        }

        if (Text(claims, "iss") is not { } issuer || issuer != configuration.IssuerFor(tenant))
        {
            throw Invalid("it is of another issuer");
        }

        if (!IsFor(claims, clientId))
        {
            throw Invalid("it is for another application");
        }

        if (Time(claims, "exp") is not { } expires || expires + ClockSkew <= now)
        {
            throw Invalid("it expired");
        }

        if (Time(claims, "nbf") is { } start && start - ClockSkew > now || Time(claims, "iat") is { } issued && issued - ClockSkew > now)
        {
            throw Invalid("it is of the future");
        }

        if (nonce is not null && !AreSame(nonce, Text(claims, "nonce")))
        {
            throw Invalid("it was made for another sign-in (nonce)");
        }
    }

    internal static UserAccount AccountOf(JsonElement claims) => new()
    {
        Issuer = Text(claims, "iss")!,
        Subject = Text(claims, "sub") ?? throw Invalid("it names nobody"),
        ObjectId = Text(claims, "oid"),
        TenantId = Text(claims, "tid"),
        UserName = Text(claims, "preferred_username"),
        DisplayName = Text(claims, "name"),
    };

    internal static string? Text(JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }

    // Of several audiences the token must say which one it was made for: OpenID Connect Core 3.1.3.7.
    private static bool IsFor(JsonElement claims, string clientId)
    {
        if (!claims.TryGetProperty("aud", out var audience))
        {
            return false;
        }

        if (audience.ValueKind is JsonValueKind.String)
        {
            return audience.ValueEquals(clientId) && IsParty(claims, clientId, isRequired: false);
        }

        return audience.ValueKind is JsonValueKind.Array
            && audience.EnumerateArray().Any(entry => entry.ValueKind is JsonValueKind.String && entry.ValueEquals(clientId))
            && IsParty(claims, clientId, isRequired: audience.GetArrayLength() > 1);
    }

    private static bool IsParty(JsonElement claims, string clientId, bool isRequired) =>
        Text(claims, "azp") is { } party ? party == clientId : !isRequired;

    private static DateTimeOffset? Time(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number
        && value.TryGetDouble(out var seconds) && seconds is >= 0 and < LatestSecond
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    private static bool AreSame(string one, string? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
