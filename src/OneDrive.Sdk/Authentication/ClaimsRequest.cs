using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The claims parameter: what the service demanded, and that the client can handle such demands (<c>cp1</c>). See
/// <see href="https://learn.microsoft.com/entra/identity-platform/claims-challenge"/>.
/// </summary>
internal static class ClaimsRequest
{
    /// <summary>Joins both; null when there is nothing to say.</summary>
    internal static string? Create(string? demanded, bool canHandleDemands)
    {
        if (!canHandleDemands)
        {
            return demanded;
        }

        var claims = Parse(demanded) ?? [];
        if (claims["access_token"] is not JsonObject accessToken)
        {
            claims["access_token"] = accessToken = [];
        }

        accessToken["xms_cc"] = new JsonObject { ["values"] = new JsonArray(JsonValue.Create("cp1")) };
        return claims.ToJsonString();
    }

    private static JsonObject? Parse(string? demanded)
    {
        try
        {
            var claims = demanded is null ? null : JsonNode.Parse(demanded, documentOptions: new() { MaxDepth = 16 }) as JsonObject;

            // Members that come twice, and texts that are no Unicode, only show when the claims are used.
            _ = claims?.ToJsonString();
            _ = claims?["access_token"] is JsonObject accessToken && accessToken.ContainsKey("xms_cc");
            return claims;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
