using System.Text.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The parsed parts of an identity token, before validation: three parts of limited length, an allowed algorithm, no critical extension,
/// and no duplicate member. Keys in the token itself (<c>jwk</c>, <c>jku</c>, <c>x5u</c>) are ignored.
/// </summary>
internal sealed class IdTokenParts
{
    private const int LongestToken = 16 * 1024;
    private const int MaximumDepth = 8;

    private static readonly string[] Algorithms = ["RS256"];

    private IdTokenParts(string token, string algorithm, string keyId, JsonElement claims) =>
        (Token, Algorithm, KeyId, Claims) = (token, algorithm, keyId, claims);

    internal string Token { get; }

    internal string Algorithm { get; }

    internal string KeyId { get; }

    internal JsonElement Claims { get; }

    /// <summary>Parses the token.</summary>
    /// <exception cref="OneDriveAuthenticationException">The token is malformed or uses an unsupported feature.</exception>
    internal static IdTokenParts Read(string token)
    {
        // The package would unpack five parts, and with them a bomb (CVE-2024-21319): it never sees them.
        if (token.Length > LongestToken || token.Split('.') is not [var head, var body, { Length: > 0 }])
        {
            throw IdTokenClaimsValidator.Invalid("it does not have three parts, or a part is too long");
        }

        var header = Parse(head);
        var claims = Parse(body);
        if (JsonMember.Of(header, "crit") is not null)
        {
            throw IdTokenClaimsValidator.Invalid("it requires an extension that is not supported (crit)");
        }

        var algorithm = JsonMember.Text(header, "alg");
        if (!Algorithms.Contains(algorithm, StringComparer.Ordinal))
        {
            throw IdTokenClaimsValidator.Invalid("its algorithm (alg) is not RS256");
        }

        return JsonMember.Text(header, "kid") is { Length: > 0 } keyId
            ? new IdTokenParts(token, algorithm!, keyId, claims)
            : throw IdTokenClaimsValidator.Invalid("its header does not identify the signing key (kid)");
    }

    /// <summary>Returns a fixed text, because the token names a user.</summary>
    public override string ToString() => "[REDACTED]";

    private static JsonElement Parse(string part)
    {
        var json = Base64Url.TryDecode(part) ?? throw IdTokenClaimsValidator.Invalid("a part is not base64url");
        try
        {
            RefuseDuplicates(json);
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaximumDepth });
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw IdTokenClaimsValidator.Invalid("a part is not a JSON object");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw IdTokenClaimsValidator.Invalid("a part is not JSON");
        }
    }

    private static void RefuseDuplicates(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaximumDepth });
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    names.Pop();
                    break;
                case JsonTokenType.PropertyName when !names.Peek().Add(reader.GetString()!):
                    throw IdTokenClaimsValidator.Invalid("a member occurs twice");
            }
        }
    }
}
