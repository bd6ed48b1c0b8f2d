using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Reads JSON into its model and writes it back.</summary>
internal static class RoundTrip
{
    /// <summary>What got lost or changed on the way, and which published properties the model does not know.</summary>
    internal static IEnumerable<string> Problems(JsonElement json, Type model, IReadOnlyDictionary<Type, HashSet<string>> published)
    {
        object? value;
        JsonElement written;
        try
        {
            value = ModelText.Read(json.GetRawText(), model);
            written = JsonSerializer.SerializeToElement(value, OracleOptions.Instance.GetTypeInfo(model));
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return [exception.Message];
        }

        return SameJson.Differences(json, written).Concat(Unknown(value, published));
    }

    /// <summary>Published properties that landed among those that the model does not know.</summary>
    private static IEnumerable<string> Unknown(object? value, IReadOnlyDictionary<Type, HashSet<string>> published)
    {
        switch (value)
        {
            case null or string or JsonElement:
                return [];
            case IEnumerable list:
                return list.Cast<object?>().SelectMany(entry => Unknown(entry, published));
        }

        var type = value.GetType();
        if (type.IsValueType || !IsModel(type))
        {
            return [];
        }

        var info = OracleOptions.Instance.GetTypeInfo(type);
        var additional = info.Properties.FirstOrDefault(property => property.IsExtensionData)?.Get?.Invoke(value);
        var strays = (additional as IDictionary<string, JsonElement>)?.Keys
            .Where(name => published.TryGetValue(type, out var names) && names.Contains(name))
            .Select(name => $"{type.Name}.{name} is published and not in the model") ?? [];
        return strays.Concat(Members(info).SelectMany(property => Unknown(property.Get!(value), published)));
    }

    private static IEnumerable<JsonPropertyInfo> Members(JsonTypeInfo info) =>
        info.Properties.Where(property => property is { IsExtensionData: false, Get: not null });

    private static bool IsModel(Type type) =>
        type.Assembly == typeof(OneDriveClient).Assembly || type.Assembly == typeof(ListItem).Assembly;
}
