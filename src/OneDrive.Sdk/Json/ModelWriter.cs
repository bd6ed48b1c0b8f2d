using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Json;

/// <summary>Writes the members of models and request bodies; what is null is left out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelWriter
{
    /// <param name="writer">The writer.</param>
    extension(Utf8JsonWriter writer)
    {
        /// <summary>Writes a text.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void Text(string name, string? value)
        {
            if (value is not null)
                writer.WriteString(name, value);
        }

        /// <summary>Writes a truth value.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void Bool(string name, bool? value)
        {
            if (value is { } known)
                writer.WriteBoolean(name, known);
        }

        /// <summary>Writes a number.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void Number(string name, long? value)
        {
            if (value is { } number)
                writer.WriteNumber(name, number);
        }

        /// <summary>Writes a number.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void Number(string name, double? value)
        {
            if (value is not { } number)
                return;
            writer.WritePropertyName(name);
            WireNumber.Write(writer, number);
        }

        /// <summary>Writes a time.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void Time(string name, DateTimeOffset? value) => writer.Text(name, WireDate.Format(value));

        /// <summary>Writes an id.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void UniqueId(string name, Guid? value) => writer.Text(name, value?.ToString("D", CultureInfo.InvariantCulture));

        /// <summary>Writes an object.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void Model(string name, IJsonModel? value)
        {
            if (value is null)
                return;
            writer.WritePropertyName(name);
            value.Write(writer);
        }

        /// <summary>Writes a JSON node.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void Node(string name, JsonNode? value)
        {
            if (value is null)
                return;
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        /// <summary>Writes a list of objects.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="list">What is written; nothing when it is null.</param>
        public void Models(string name, IReadOnlyList<IJsonModel>? list)
        {
            if (!writer.StartsList(name, list))
                return;
            foreach (var entry in list!)
                entry.Write(writer);
            writer.WriteEndArray();
        }

        /// <summary>Writes texts.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="list">What is written; nothing when it is null.</param>
        public void Texts(string name, IReadOnlyList<string>? list)
        {
            if (!writer.StartsList(name, list))
                return;
            foreach (var entry in list!)
                writer.WriteStringValue(entry);
            writer.WriteEndArray();
        }

        /// <summary>Writes texts.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="map">What is written; nothing when it is null.</param>
        public void Texts(string name, IReadOnlyDictionary<string, string>? map)
        {
            if (map is null)
                return;
            writer.WriteStartObject(name);
            foreach (var (key, value) in map)
                writer.WriteString(key, value);
            writer.WriteEndObject();
        }

        /// <summary>Writes a list of texts of a set that the service may extend.</summary>
        /// <typeparam name="T">The type of the values.</typeparam>
        /// <param name="name">The name of the member.</param>
        /// <param name="list">What is written; nothing when it is null.</param>
        public void OpenValues<T>(string name, IReadOnlyList<T>? list)
            where T : struct, IOpenValue<T>
        {
            if (!writer.StartsList(name, list))
                return;
            foreach (var entry in list!)
                writer.WriteStringValue(entry.Value);
            writer.WriteEndArray();
        }

        /// <summary>Writes JSON that was kept as it came.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void Element(string name, JsonElement? value)
        {
            if (value is not { ValueKind: not JsonValueKind.Undefined } known)
                return;
            writer.WritePropertyName(name);
            KeptJson.Write(writer, known);
        }

        /// <summary>Writes JSON that is sent, all of it.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="value">What is written; nothing when it is null.</param>
        public void Sent(string name, JsonElement? value)
        {
            if (value is not { } known)
                return;
            writer.WritePropertyName(name);
            known.WriteTo(writer);
        }

        /// <summary>Writes a list of JSON that was kept as it came.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="list">What is written; nothing when it is null.</param>
        public void ElementList(string name, IReadOnlyList<JsonElement>? list)
        {
            if (!writer.StartsList(name, list))
                return;
            foreach (var entry in list!)
                KeptJson.Write(writer, entry);
            writer.WriteEndArray();
        }

        /// <summary>Writes an object with members of any name.</summary>
        /// <param name="name">The name of the member.</param>
        /// <param name="map">What is written; nothing when it is null.</param>
        public void Elements(string name, IReadOnlyDictionary<string, JsonElement>? map)
        {
            if (map is null)
                return;
            writer.WriteStartObject(name);
            writer.Additional(map);
            writer.WriteEndObject();
        }

        /// <summary>Writes the members that the model does not know.</summary>
        /// <param name="map">The members by name; nothing is written when it is null.</param>
        public void Additional(IReadOnlyDictionary<string, JsonElement>? map)
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
