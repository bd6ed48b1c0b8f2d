using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Errors;

/// <summary>
/// Finds the claims challenge in the WWW-Authenticate headers of a 401. See
/// <see href="https://learn.microsoft.com/entra/identity-platform/claims-challenge"/>.
/// </summary>
internal static class ClaimsChallenge
{
    /// <summary>A longer value is not a challenge of the service.</summary>
    private const int MaximumLength = 8 * 1024;

    /// <summary>Gets the claims as JSON text, or null if the headers do not contain a readable challenge.</summary>
    internal static string? Read(HttpHeaders? headers)
    {
        if (headers is null || !headers.NonValidated.TryGetValues("WWW-Authenticate", out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            if (value.Length <= 2 * MaximumLength && ReadChallenges(value) is { } claims)
            {
                return claims;
            }
        }

        return null;
    }

    /// <summary>
    /// Parses the challenges of one header manually (RFC 9110 section 11.6.1): the header is untrusted, so regular expressions are not
    /// used, and quoted text is not parsed as a parameter.
    /// </summary>
    private static string? ReadChallenges(string header)
    {
        string? error = null;
        string? claims = null;
        var rest = header.AsSpan();
        while (true)
        {
            rest = rest.TrimStart(", \t");
            var name = Token(ref rest);
            if (name.IsEmpty)
            {
                // Not the beginning of anything: one character is skipped, so that the loop ends.
                if (rest.IsEmpty)
                {
                    return Demanded(error, claims);
                }

                rest = rest[1..];
                continue;
            }

            var afterName = rest.TrimStart();
            if (afterName.IsEmpty || afterName[0] != '=')
            {
                // A scheme, with which another challenge begins.
                if (Demanded(error, claims) is { } found)
                {
                    return found;
                }

                (error, claims) = (null, null);
                continue;
            }

            rest = afterName[1..].TrimStart();
            var value = Value(ref rest);
            error ??= name.Equals("error", StringComparison.OrdinalIgnoreCase) ? value : null;
            claims ??= name.Equals("claims", StringComparison.OrdinalIgnoreCase) ? value : null;
        }
    }

    private static string? Demanded(string? error, string? claims) =>
        error is "insufficient_claims" && claims is { Length: > 0 and <= MaximumLength } ? Decode(claims) : null;

    private static ReadOnlySpan<char> Token(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny("=,\" \t");
        var token = end < 0 ? rest : rest[..end];
        rest = rest[token.Length..];
        return token;
    }

    private static string Value(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != '"')
        {
            // Base64 without quotation marks may end in equal signs.
            var end = rest.IndexOfAny(", \t");
            var bare = (end < 0 ? rest : rest[..end]).ToString();
            rest = rest[bare.Length..];
            return bare;
        }

        var value = new StringBuilder();
        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at] == '"')
            {
                rest = rest[(at + 1)..];
                return value.ToString();
            }

            at += rest[at] == '\\' && at + 1 < rest.Length ? 1 : 0;
            value.Append(rest[at]);
        }

        // The quotation mark at the end is missing: nothing after it can be told apart.
        rest = [];
        return "";
    }

    /// <summary>Takes base64 and base64url, with and without padding.</summary>
    private static string? Decode(string encoded)
    {
        var standard = encoded.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        var bytes = new byte[standard.Length];
        if (!Convert.TryFromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='), bytes, out var length))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length), new JsonDocumentOptions { MaxDepth = 16 });
            return document.RootElement.ValueKind is JsonValueKind.Object ? Encoding.UTF8.GetString(bytes, 0, length) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
