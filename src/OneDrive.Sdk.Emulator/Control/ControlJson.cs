using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Writes the responses of control addresses. What is not known is left out.</summary>
internal static class ControlJson
{
    public static Answer List<T>(IEnumerable<T> values, Func<T, JsonNode> write)
        => Answer.Json(200, new JsonArray([.. values.Select(write)]));

    public static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    public static string Date(DateTimeOffset time) => ItemRenderer.Date(time);

    /// <summary>Adds a property that has a value.</summary>
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }

        return json;
    }

    public static Task<Answer> DoneAsync(Answer answer) => Task.FromResult(answer);

    public static Task<Answer> NothingAsync() => Task.FromResult(Answer.Empty(204));
}
