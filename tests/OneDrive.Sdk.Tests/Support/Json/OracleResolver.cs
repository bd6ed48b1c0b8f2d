using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OneDrive.Sdk.Tests.Support.Json;

/// <summary>Describes a model by its properties and the attributes on them, as if it had no converter.</summary>
internal sealed class OracleResolver : IJsonTypeInfoResolver
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly DefaultJsonTypeInfoResolver _others = new();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (!OracleOptions.IsModel(type) || type.IsAbstract)
        {
            return _others.GetTypeInfo(type, options);
        }

        var info = JsonTypeInfo.CreateJsonTypeInfo(type, options);
        if (type.GetConstructor(Type.EmptyTypes) is not null)
        {
            info.CreateObject = () => Activator.CreateInstance(type)!;
        }

        foreach (var property in PropertiesOf(type))
        {
            info.Properties.Add(Describe(info, property));
        }

        return info;
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        (type.BaseType == typeof(object) ? [] : PropertiesOf(type.BaseType!)).Concat(type.GetProperties(Declared).Where(property =>
            property.GetCustomAttribute<JsonIgnoreAttribute>() is null
            && (property.GetMethod!.IsPublic || property.GetCustomAttribute<JsonIncludeAttribute>() is not null)));

    private static JsonPropertyInfo Describe(JsonTypeInfo owner, PropertyInfo property)
    {
        var isExtension = property.GetCustomAttribute<JsonExtensionDataAttribute>() is not null;
        var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var info = owner.CreateJsonPropertyInfo(isExtension ? typeof(Dictionary<string, JsonElement>) : property.PropertyType, name);
        info.Get = property.GetValue;
        info.Set = property.SetMethod is null ? null : property.SetValue;
        info.IsExtensionData = isExtension;

        // The getter of a list gives an empty array in place of null; a list that came over the wire is never an array.
        info.ShouldSerialize = (_, value) => value is not (null or Array { Length: 0 });
        return info;
    }
}
