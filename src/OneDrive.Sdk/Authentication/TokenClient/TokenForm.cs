using System.Collections.Frozen;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Authentication;

/// <summary>The fields of one request to the token endpoint. It removes the values of secret fields from texts of the endpoint.</summary>
internal sealed class TokenForm
{
    // So many characters in a row are not there by chance.
    private const int TellingLength = 8;

    private static readonly FrozenSet<string> SecretFields = FrozenSet.ToFrozenSet(
        ["client_secret", "client_assertion", "assertion", "code", "code_verifier", "refresh_token", "device_code", "password"],
        StringComparer.Ordinal);

    private readonly List<KeyValuePair<string, string>> _fields = [];

    internal TokenForm()
    {
    }

    /// <summary>Creates the form of one attempt; the credential adds its own fields.</summary>
    internal TokenForm(TokenRequest request)
    {
        Add("client_id", request.Context.ClientId);
        foreach (var (name, value) in request.Fields)
        {
            Add(name, value);
        }

        if (request.Claims is not null)
        {
            Add("claims", request.Claims);
        }
    }

    internal IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The certificate that signed, for hints; null without one.</summary>
    internal string? CertificateThumbprint { get; set; }

    internal void Add(string name, string value) => _fields.Add(new(name, value));

    /// <summary>Sanitizes a text of the token endpoint for messages, even if it repeats the request.</summary>
    internal string Clean(string? text, int maximumLength = 500)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        foreach (var (name, value) in _fields)
        {
            if (!SecretFields.Contains(name) || value.Length == 0)
            {
                continue;
            }

            text = text.Replace(value, ServerText.Mask, StringComparison.Ordinal);
            if (Repeats(text, value) || Repeats(Decode(text), value))
            {
                return ServerText.Mask;
            }
        }

        return ServerText.Clean(text, maximumLength);
    }

    /// <summary>Returns a fixed text, because the form holds secrets.</summary>
    public override string ToString() => "[REDACTED]";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>Whether a part of the secret is in the text, however the rest is written.</summary>
    private static bool Repeats(string text, string secret)
    {
        for (var start = 0; start + TellingLength <= secret.Length; start++)
        {
            if (text.AsSpan().Contains(secret.AsSpan(start, TellingLength), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
