using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OneDrive.Sdk.Json;

/// <summary>
/// Reads and writes a model for callers that use <see cref="JsonSerializer"/>: with the names of the service, leniently, and without
/// pre-authenticated URLs. The models refer to it; callers need not configure it.
/// </summary>
/// <typeparam name="T">The type of the model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelConverter<T> : JsonConverter<T>, IModelReading<T>
    where T : class, IReadableModel<T>
{
    /// <summary>The model as <see cref="OneDriveRequest{T}.Answer"/> and System.Text.Json want it.</summary>
#pragma warning disable CA1000 // ModelConverter<DriveItem>.TypeInfo is how it is meant to be written.
    public static JsonTypeInfo<T> TypeInfo { get; } = JsonMetadataServices.CreateValueInfo<T>(
        new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() }, new ModelConverter<T>());
#pragma warning restore CA1000

    /// <inheritdoc/>
    T IModelReading<T>.Read(ref ModelReader reader) => T.Read(ref reader);

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            throw new JsonException($"Expected a JSON object, but found {reader.TokenType}.");
        }

        var model = new ModelReader(reader);
        var value = T.Read(ref model);
        reader = model.Position;
        return value;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        value.Write(writer);
    }
}
