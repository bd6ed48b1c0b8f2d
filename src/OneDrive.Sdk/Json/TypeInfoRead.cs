using System.Text.Json.Serialization.Metadata;

namespace OneDrive.Sdk.Json;

/// <summary>Reads types of callers by the metadata of System.Text.Json; models are read by their own constructors.</summary>
internal static class TypeInfoRead
{
    internal static ModelRead<T> Of<T>(JsonTypeInfo<T> typeInfo) => typeInfo.Converter is IModelReading<T> model
        ? model.Read
        : (ref ModelReader reader) => reader.Value(typeInfo);
}
