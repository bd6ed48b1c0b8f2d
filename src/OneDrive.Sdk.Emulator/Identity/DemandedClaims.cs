using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The claims that tokens of users must have been requested with: continuous access evaluation.</summary>
internal sealed class DemandedClaims
{
    private readonly ConcurrentDictionary<string, string> _demanded = new(StringComparer.Ordinal);

    /// <summary>The required claims, of all users or of the user of one drive.</summary>
    public string? Of(string? driveId) => _demanded.GetValueOrDefault(driveId ?? string.Empty);

    /// <summary>Requires claims of all users, or of the user of one drive; null removes the requirement.</summary>
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

    /// <summary>What is demanded of the user of a token and was not requested with it; null when the token will do.</summary>
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
