using System.Text.Json;

namespace OneDrive.Sdk;

/// <summary>The shared throttle state of the processes of one principal.</summary>
public sealed class ThrottleState
{
    /// <summary>The initial state.</summary>
    public static ThrottleState Empty { get; } = new();

    /// <summary>The time of the store until which all processes pause; null if they are not paused.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The processes that call the service.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<ThrottleMember> Members { get; init; } = [];

    /// <summary>Parses a state that <see cref="ToUtf8Json"/> wrote. Text that cannot be parsed is treated as <see cref="Empty"/>.</summary>
    /// <param name="json">The text.</param>
    public static ThrottleState Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new ThrottleState
            {
                PausedUntil = root.TryGetProperty("pausedUntil", out var until) ? until.GetDateTimeOffset() : null,
                Members = [.. root.GetProperty("members").EnumerateArray().Select(ThrottleMember.Read)],
            };
        }
        catch (Exception exception) when (
            exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return Empty;
        }
    }

    /// <summary>Writes the state, for stores of bytes.</summary>
    public byte[] ToUtf8Json()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            if (PausedUntil is { } until)
                writer.WriteString("pausedUntil", until);
            writer.WriteStartArray("members");
            foreach (var member in Members)
                member.Write(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
