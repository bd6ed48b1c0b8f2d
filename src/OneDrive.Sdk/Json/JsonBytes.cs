using System.Buffers;
using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>Writes small JSON records.</summary>
internal static class JsonBytes
{
    /// <summary>The JSON that a method writes, as UTF-8.</summary>
    internal static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a time as stores keep it: with its offset.</summary>
    internal static void StoredTime(this Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            writer.WriteString(name, known);
        }
    }

    /// <summary>A member that a record cannot do without.</summary>
    /// <exception cref="JsonException">It is not there.</exception>
    internal static T Required<T>(T? value, string name)
        where T : struct => value ?? throw new JsonException($"The record does not contain '{name}'.");

    /// <summary>A member that a record cannot do without.</summary>
    /// <exception cref="JsonException">It is not there.</exception>
    internal static string Required(string? value, string name) => value ?? throw new JsonException("The record does not contain "
        + $"'{name}'.");
}
