using System.Text.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Validates the claims of an identity token. See <see href="https://learn.microsoft.com/entra/identity-platform/id-tokens"/>.
/// </summary>
internal static class IdTokenClaimsValidator
{
    // The end of the year 9998: later times cannot be counted with.
    private const double LatestSecond = 253_370_764_800;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    internal static OneDriveAuthenticationException Invalid(string why) => new($"The identity token is not valid: {why}.")
    {
        Hint = "Check that no proxy changes the responses of the sign-in service, and that the clock of this machine is correct.",
    };

    /// <summary>Checks issuer, audience, times, nonce and tenant.</summary>
    internal static void Require(JsonElement claims, OpenIdConfiguration configuration, string clientId, string? nonce, DateTimeOffset now)
    {
        var tenant = JsonMember.Text(claims, "tid");
        if (tenant is not null && !Guid.TryParseExact(tenant, "D", out _))
        {
            throw Invalid("its tenant (tid) is not a valid tenant id");
        }

        if (JsonMember.Text(claims, "iss") is not { } issuer || !IssuerName.AreSame(issuer, configuration.IssuerFor(tenant)))
        {
            throw Invalid("its issuer (iss) is not the expected issuer");
        }

        if (AudienceOf(claims, clientId) is null)
        {
            throw Invalid("its audience (aud) is not this application");
        }

        if (Time(claims, "exp") is not { } expires || expires + ClockSkew <= now)
        {
            throw Invalid("it expired");
        }

        if (Time(claims, "nbf") is { } start && start - ClockSkew > now || Time(claims, "iat") is { } issued && issued - ClockSkew > now)
        {
            throw Invalid("it is not valid yet (nbf or iat is in the future)");
        }

        if (nonce is not null && !RandomText.AreSame(nonce, JsonMember.Text(claims, "nonce")))
        {
            throw Invalid("its nonce does not match this sign-in");
        }
    }

    internal static UserAccount AccountOf(JsonElement claims) => new()
    {
        Issuer = JsonMember.Text(claims, "iss")!,
        Subject = JsonMember.Text(claims, "sub") ?? throw Invalid("it does not identify a user"),
        ObjectId = JsonMember.Text(claims, "oid"),
        TenantId = JsonMember.Text(claims, "tid"),
        UserName = JsonMember.Text(claims, "preferred_username"),
        DisplayName = JsonMember.Text(claims, "name"),
    };

    /// <summary>The audience of the token, as the token contains it, when it is this application; null otherwise.</summary>
    // Of several audiences the token must say which one it was made for: OpenID Connect Core 3.1.3.7.
    internal static string? AudienceOf(JsonElement claims, string clientId)
    {
        var audience = JsonMember.Of(claims, "aud");
        JsonElement[] entries = audience is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [audience ?? default];
        return IsParty(claims, clientId, isRequired: entries.Length > 1)
            ? entries.Select(JsonMember.Text).FirstOrDefault(entry => IssuerName.IsSamePart(entry, clientId))
            : null;
    }

    private static bool IsParty(JsonElement claims, string clientId, bool isRequired) =>
        JsonMember.Text(claims, "azp") is { } party ? IssuerName.IsSamePart(party, clientId) : !isRequired;

    private static DateTimeOffset? Time(JsonElement claims, string name) =>
        JsonMember.Of(claims, name) is { ValueKind: JsonValueKind.Number } value
        && value.TryGetDouble(out var seconds) && seconds is >= 0 and < LatestSecond
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
