using System.Text.Json;

namespace OneDrive.Sdk.Authentication.OpenId;

/// <summary>
/// An identity token taken apart, before anything is believed: three short parts, an algorithm from the list, no extension that must be
/// understood, and no member twice. What the token itself says about keys (<c>jwk</c>, <c>jku</c>, <c>x5u</c>) is never looked at.
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

    /// <summary>Takes the token apart.</summary>
    /// <exception cref="OneDriveAuthenticationException">It is none that may be looked at further.</exception>
    internal static IdTokenParts Read(string token)
    {
        // The package would unpack five parts, and with them a bomb (CVE-2024-21319): it never sees them.
        if (token.Length > LongestToken || token.Split('.') is not [var head, var body, { Length: > 0 }])
        {
            throw IdTokenRules.Invalid("it does not have three parts, or a part is too long");
        }

        var header = Parse(head);
        var claims = Parse(body);
        if (JsonMember.Of(header, "crit") is not null)
        {
            throw IdTokenRules.Invalid("it requires an extension that is not supported (crit)");
        }

        var algorithm = JsonMember.Text(header, "alg");
        if (!Algorithms.Contains(algorithm, StringComparer.Ordinal))
        {
            throw IdTokenRules.Invalid("its algorithm (alg) is not RS256");
        }

        return JsonMember.Text(header, "kid") is { Length: > 0 } keyId
            ? new IdTokenParts(token, algorithm!, keyId, claims)
            : throw IdTokenRules.Invalid("its header does not identify the signing key (kid)");
    }

    /// <summary>Returns a fixed text: the token names a person.</summary>
    public override string ToString() => "[REDACTED]";

    private static JsonElement Parse(string part)
    {
        var json = Base64Url.TryDecode(part) ?? throw IdTokenRules.Invalid("a part is not base64url");
        try
        {
            RefuseDuplicates(json);
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaximumDepth });
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw IdTokenRules.Invalid("a part is not a JSON object");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw IdTokenRules.Invalid("a part is not JSON");
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
                    throw IdTokenRules.Invalid("a member occurs twice");
            }
        }
    }
}
