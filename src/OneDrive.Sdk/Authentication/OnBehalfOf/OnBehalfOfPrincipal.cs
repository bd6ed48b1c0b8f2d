using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>Identifies the user of an assertion for the throttle gates, independent of the assertion.</summary>
internal static class OnBehalfOfPrincipal
{
    /// <summary>
    /// The ids of the user in the token, which is not validated here: a wrong id only shares a queue. Without ids the token is used.
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
