using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.SharePoint;

namespace OneDrive.Sdk.Tests.Support.Json;

/// <summary>
/// How System.Text.Json reads and writes the models, by reflection over their properties and without any code of the library that reads or
/// writes JSON: an independent opinion about every text.
/// </summary>
internal static class OracleOptions
{
    internal static JsonSerializerOptions Instance { get; } = new()
    {
        TypeInfoResolver = new OracleResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Default,
        Converters =
        {
            new OracleDateConverter(),
            new OracleNumberConverter<int>(),
            new OracleNumberConverter<long>(),
            new OracleNumberConverter<double>(),
            new OracleOpenValueConverter(),
        },
    };

    internal static string Write(object value) => JsonSerializer.Serialize(value, Instance.GetTypeInfo(value.GetType()));

    internal static object Read(string json, Type type) => JsonSerializer.Deserialize(json, Instance.GetTypeInfo(type))!;

    internal static bool IsModel(Type type) => type is { IsClass: true, IsGenericType: false }
        && (
            (type.Assembly == typeof(DriveItem).Assembly
                && type.Namespace is "OneDrive.Sdk.Models" or "OneDrive.Sdk.Requests" or "OneDrive.Sdk.Json")
            || (type.Assembly == typeof(ListItem).Assembly && type.IsAssignableTo(typeof(IJsonModel))
                && type.GetConstructor(Type.EmptyTypes) is not null));
}
