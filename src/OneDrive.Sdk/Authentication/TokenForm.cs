using System.Collections.Frozen;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Authentication;

/// <summary>The fields of one request to the token endpoint. It knows which of them are secret and takes them out of the endpoint's words.</summary>
internal sealed class TokenForm
{
    private static readonly FrozenSet<string> SecretFields = FrozenSet.ToFrozenSet(
        ["client_secret", "client_assertion", "assertion", "code", "code_verifier", "refresh_token", "device_code", "password"], StringComparer.Ordinal);

    private readonly List<KeyValuePair<string, string>> _fields = [];

    internal IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The certificate that signed, for hints; null without one.</summary>
    internal string? CertificateThumbprint { get; set; }

    internal void Add(string name, string value) => _fields.Add(new(name, value));

    /// <summary>Makes a text of the token endpoint fit for messages, even if it echoes what we sent.</summary>
    internal string Clean(string? text, int maximumLength = 500)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        foreach (var (name, value) in _fields)
        {
            if (SecretFields.Contains(name) && value.Length > 0)
            {
                var encoded = Encode(value);
                text = text
                    .Replace(value, ServerText.Mask, StringComparison.Ordinal)
                    .Replace(encoded, ServerText.Mask, StringComparison.OrdinalIgnoreCase)
                    .Replace(encoded.Replace("+", "%20", StringComparison.Ordinal), ServerText.Mask, StringComparison.OrdinalIgnoreCase);
            }
        }

        return ServerText.Clean(text, maximumLength);
    }

    /// <summary>Returns a fixed text: the form holds secrets.</summary>
    public override string ToString() => "[REDACTED]";

    /// <summary>The value as it went over the wire.</summary>
    private static string Encode(string value)
    {
        using var content = new FormUrlEncodedContent([new("", value)]);
        using var reader = new StreamReader(content.ReadAsStream());
        return reader.ReadToEnd().TrimStart('=');
    }
}
