using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Json;

/// <summary>Writes the members of models and request bodies; what is null is left out.</summary>
internal static class ModelWriter
{
    extension(Utf8JsonWriter writer)
    {
        internal void Text(string name, string? value)
        {
            if (value is not null)
                writer.WriteString(name, value);
        }

        internal void Bool(string name, bool? value)
        {
            if (value is { } known)
                writer.WriteBoolean(name, known);
        }

        internal void Number(string name, long? value)
        {
            if (value is { } number)
                writer.WriteNumber(name, number);
        }

        internal void Number(string name, double? value)
        {
            if (value is not { } number)
                return;
            writer.WritePropertyName(name);
            WireNumber.Write(writer, number);
        }

        internal void Time(string name, DateTimeOffset? value) => writer.Text(name, WireDate.Format(value));

        internal void Guid(string name, Guid? value) => writer.Text(name, value?.ToString("D", CultureInfo.InvariantCulture));

        internal void Model(string name, IJsonModel? value)
        {
            if (value is null)
                return;
            writer.WritePropertyName(name);
            value.Write(writer);
        }

        internal void Node(string name, JsonNode? value)
        {
            if (value is null)
                return;
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        internal void Models(string name, IReadOnlyList<IJsonModel>? list)
        {
            if (!writer.StartsList(name, list))
                return;
            foreach (var entry in list!)
                entry.Write(writer);
            writer.WriteEndArray();
        }

        internal void Texts(string name, IReadOnlyList<string>? list)
        {
            if (!writer.StartsList(name, list))
                return;
            foreach (var entry in list!)
                writer.WriteStringValue(entry);
            writer.WriteEndArray();
        }

        internal void Texts(string name, IReadOnlyDictionary<string, string>? map)
        {
            if (map is null)
                return;
            writer.WriteStartObject(name);
            foreach (var (key, value) in map)
                writer.WriteString(key, value);
            writer.WriteEndObject();
        }

        internal void OpenValues<T>(string name, IReadOnlyList<T>? list)
            where T : struct, IOpenValue<T>
        {
            if (!writer.StartsList(name, list))
                return;
            foreach (var entry in list!)
                writer.WriteStringValue(entry.Value);
            writer.WriteEndArray();
        }

        internal void Element(string name, JsonElement? value)
        {
            if (value is not { ValueKind: not JsonValueKind.Undefined } known)
                return;
            writer.WritePropertyName(name);
            KeptJson.Write(writer, known);
        }

        internal void ElementList(string name, IReadOnlyList<JsonElement>? list)
        {
            if (!writer.StartsList(name, list))
                return;
            foreach (var entry in list!)
                KeptJson.Write(writer, entry);
            writer.WriteEndArray();
        }

        internal void Elements(string name, IReadOnlyDictionary<string, JsonElement>? map)
        {
            if (map is null)
                return;
            writer.WriteStartObject(name);
            writer.Additional(map);
            writer.WriteEndObject();
        }

        /// <summary>Writes the members that the model does not know.</summary>
        internal void Additional(IReadOnlyDictionary<string, JsonElement>? map)
        {
            foreach (var (name, value) in map ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
            {
                if (KeptJson.IsPreAuthenticated(name, value))
                    continue;
                writer.WritePropertyName(name);
                KeptJson.Write(writer, value);
            }
        }

        // The getter of a list gives an empty array in place of null; a list that was read or set is never an empty array.
        private bool StartsList<T>(string name, IReadOnlyList<T>? list)
        {
            if (list is null or Array { Length: 0 })
                return false;
            writer.WriteStartArray(name);
            return true;
        }
    }
}
