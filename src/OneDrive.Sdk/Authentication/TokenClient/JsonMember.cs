using System.Text.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Reads members of untrusted JSON. A member that is absent, has another type or contains invalid Unicode is treated as absent and never
/// causes an exception.
/// </summary>
internal static class JsonMember
{
    /// <summary>The member of an object; null when there is none.</summary>
    internal static JsonElement? Of(JsonElement json, string name)
    {
        try
        {
            return json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // The name of another member is not Unicode.
            return OfReadable(json, name);
        }
    }

    /// <summary>The text of a member.</summary>
    internal static string? Text(JsonElement json, string name) => Of(json, name) is { } value ? Text(value) : null;

    /// <summary>The text of a value.</summary>
    internal static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement? OfReadable(JsonElement json, string name)
    {
        JsonElement? found = null;
        foreach (var member in json.EnumerateObject())
        {
            try
            {
                found = member.NameEquals(name) ? member.Value : found;
            }
            catch (InvalidOperationException)
            {
                // This member is not the one.
            }
        }

        return found;
    }
}
