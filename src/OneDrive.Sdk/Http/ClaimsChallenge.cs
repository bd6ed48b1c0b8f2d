using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Finds the claims that the service demands of the next token in a 401's WWW-Authenticate headers.
/// See <see href="https://learn.microsoft.com/entra/identity-platform/claims-challenge"/>.
/// </summary>
internal static class ClaimsChallenge
{
    /// <summary>A longer value is not a challenge of the service.</summary>
    private const int MaximumLength = 8 * 1024;

    /// <summary>Gets the claims as JSON text, or null when the answer holds no readable challenge.</summary>
    internal static string? Read(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var headers))
        {
            return null;
        }

        foreach (var header in headers)
        {
            if (header.Length <= 2 * MaximumLength
                && Parameter(header, "error") is "insufficient_claims"
                && Parameter(header, "claims") is { Length: > 0 and <= MaximumLength } encoded
                && Decode(encoded) is { } claims)
            {
                return claims;
            }
        }

        return null;
    }

    /// <summary>Reads one quoted or bare parameter by hand: the header is untrusted, so no regular expression runs over it.</summary>
    private static string? Parameter(string header, string name)
    {
        for (var at = header.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = header.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var startsWord = at == 0 || header[at - 1] is ' ' or ',' or '\t';
            var rest = header.AsSpan(at + name.Length).TrimStart();
            if (!startsWord || rest.Length == 0 || rest[0] != '=')
            {
                continue;
            }

            rest = rest[1..].TrimStart();
            if (rest.Length > 0 && rest[0] == '"')
            {
                var end = rest[1..].IndexOf('"');
                return end < 0 ? null : rest.Slice(1, end).ToString();
            }

            var stop = rest.IndexOfAny(',', ' ');
            return (stop < 0 ? rest : rest[..stop]).ToString();
        }

        return null;
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
