using System.Text.Json;

namespace OneDrive.Sdk;

/// <summary>One process that calls the service.</summary>
public sealed class ThrottleMember
{
    /// <summary>Identifies the process.</summary>
    public required string Id { get; init; }

    /// <summary>The time of the store when the process last wrote.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The learned rate of the process in resource units per second; null before its first rejection.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public double? Rate { get; init; }

    /// <summary>The resource units per second that the service executed for the process recently.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public double? Throughput { get; init; }

    internal static ThrottleMember Read(JsonElement json) => new()
    {
        Id = json.GetProperty("id").GetString() ?? "",
        SeenAt = json.GetProperty("seenAt").GetDateTimeOffset(),
        Rate = json.TryGetProperty("rate", out var rate) ? rate.GetDouble() : null,
        Throughput = json.TryGetProperty("throughput", out var throughput) ? throughput.GetDouble() : null,
    };

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id);
        writer.WriteString("seenAt", SeenAt);
        if (Rate is { } rate)
            writer.WriteNumber("rate", rate);
        if (Throughput is { } throughput)
            writer.WriteNumber("throughput", throughput);
        writer.WriteEndObject();
    }
}
