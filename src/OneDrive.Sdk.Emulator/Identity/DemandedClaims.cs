using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The claims that tokens of people must have been asked for with: continuous access evaluation.</summary>
internal sealed class DemandedClaims
{
    private readonly ConcurrentDictionary<string, string> _demanded = new(StringComparer.Ordinal);

    /// <summary>What is demanded of everybody, or of the user of one drive.</summary>
    public string? Of(string? driveId) => _demanded.GetValueOrDefault(driveId ?? string.Empty);

    /// <summary>Demands claims of everybody, or of the user of one drive; null demands none.</summary>
    public void Demand(string? claims, string? driveId = null)
    {
        if (claims is not null && Parse(claims) is null)
        {
            throw new ArgumentException("The claims must be a JSON object.", nameof(claims));
        }

        if (claims is null)
        {
            _demanded.TryRemove(driveId ?? string.Empty, out _);
        }
        else
        {
            _demanded[driveId ?? string.Empty] = claims;
        }
    }

    /// <summary>What is demanded of the user of a token and was not asked for with it; null when the token will do.</summary>
    public string? FindUnmet(TokenGrant grant)
        => new[] { Of(driveId: null), Of(grant.User?.Drive.Id ?? string.Empty) }.FirstOrDefault(demanded =>
            demanded is not null && (grant.Claims is null || !Holds(Parse(grant.Claims), Parse(demanded))));

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
