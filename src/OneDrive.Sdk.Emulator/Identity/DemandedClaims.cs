using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The claims that tokens of people must have been asked for with: continuous access evaluation.</summary>
internal sealed class DemandedClaims
{
    private volatile string? _demanded;

    public string? Current => _demanded;

    public void Demand(string? claims)
    {
        if (claims is not null && Parse(claims) is null)
        {
            throw new ArgumentException("The claims must be a JSON object.", nameof(claims));
        }

        _demanded = claims;
    }

    /// <summary>Whether a token that was asked for with these claims will do.</summary>
    public bool AreMetBy(string? claims)
        => _demanded is not { } demanded || (claims is not null && Holds(Parse(claims), Parse(demanded)));

    private static bool Holds(JsonNode? all, JsonNode? part) => part is JsonObject members
        ? all is JsonObject known
            && members.All(member => known.TryGetPropertyValue(member.Key, out var value) && Holds(value, member.Value))
        : JsonNode.DeepEquals(all, part);

    private static JsonObject? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
