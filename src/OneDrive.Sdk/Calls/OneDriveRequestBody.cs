using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk;

/// <summary>The body of a <see cref="OneDriveRequest"/>. It is written once, so that each attempt sends the same bytes.</summary>
public sealed class OneDriveRequestBody
{
    private OneDriveRequestBody(ICallBody call) => Call = call;

    /// <summary>No bytes and a Content-Length of zero, which some actions of the service need.</summary>
    public static OneDriveRequestBody Empty { get; } = new(EmptyCallBody.Instance);

    internal ICallBody Call { get; }

    /// <summary>A value as JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">How it is written.</param>
    /// <returns>The body.</returns>
    public static OneDriveRequestBody FromJson<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return new(new JsonCallBody(JsonSerializer.SerializeToUtf8Bytes(value, typeInfo)));
    }

    /// <summary>A JSON node.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The body.</returns>
    public static OneDriveRequestBody FromJson(JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(new JsonCallBody(node));
    }

    /// <summary>An object that writes itself, as the generated request bodies do.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The body.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static OneDriveRequestBody FromJson(IJsonModel value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(new JsonCallBody(value));
    }
}
