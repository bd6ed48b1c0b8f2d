using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The claims parameter: the claims that the service requires, and the client capability for claims challenges (<c>cp1</c>). See
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

        return Join(demanded) ?? Join("{}");
    }

    // Claims come from the service or the application: a member twice, or one whose name is not Unicode, fails late.
    private static string? Join(string? demanded)
    {
        try
        {
            if (JsonNode.Parse(demanded ?? "{}", documentOptions: new() { MaxDepth = 16 }) is not JsonObject claims)
            {
                return null;
            }

            if (claims["access_token"] is not JsonObject accessToken)
            {
                claims["access_token"] = accessToken = [];
            }

            accessToken["xms_cc"] = new JsonObject { ["values"] = new JsonArray(JsonValue.Create("cp1")) };
            return claims.ToJsonString();
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
