using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OneDrive.Sdk.Json;

/// <summary>Writes models back as they were read: a list that was absent stays absent, an empty one stays empty.</summary>
internal static class ModelJson
{
    /// <summary>The settings of <see cref="OneDriveJsonContext"/> with the rule about lists.</summary>
    internal static JsonSerializerOptions Options { get; } = new(OneDriveJsonContext.Default.Options)
    {
        TypeInfoResolver = OneDriveJsonContext.Default.WithAddedModifier(LeaveOutAbsentLists),
    };

    /// <summary>How to read and write one type.</summary>
    /// <typeparam name="T">A type of <see cref="OneDriveJsonContext"/>.</typeparam>
    /// <returns>The metadata of the type.</returns>
    internal static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    // The getter of a list gives an empty array in place of null; a list that came over the wire is never an array.
    private static void LeaveOutAbsentLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
                property.ShouldSerialize = (_, value) => value is not (null or Array { Length: 0 });
        }
    }
}
