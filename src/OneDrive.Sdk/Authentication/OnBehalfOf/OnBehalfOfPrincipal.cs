using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>Identifies the person of an assertion to the throttle gates, whatever assertion the person comes with.</summary>
internal static class OnBehalfOfPrincipal
{
    /// <summary>
    /// The person's ids in the token, which is not checked here: a wrong id shares a queue, and nothing else. Without ids the token counts.
    /// </summary>
    internal static string KeyOf(string userAssertion)
    {
        try
        {
            var parts = userAssertion.Split('.');
            if (parts.Length == 3 && Base64Url.TryDecode(parts[1]) is { } bytes)
            {
                using var payload = JsonDocument.Parse(bytes);
                if (Text(payload.RootElement, "oid") is { } user && Text(payload.RootElement, "tid") is { } tenant)
                    return $"user {tenant} {Text(payload.RootElement, "aud")} {user}";
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A token that only its issuer can read.
        }

        return $"assertion {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(userAssertion)))}";
    }

    private static string? Text(JsonElement payload, string name) =>
        payload.ValueKind is JsonValueKind.Object && payload.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString() : null;
}
