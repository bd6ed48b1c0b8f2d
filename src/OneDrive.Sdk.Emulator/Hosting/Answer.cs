using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>
/// What the emulator wants to say, as a value: faults may still change it, and the recording sees it before the client does.
/// </summary>
internal sealed class Answer(int status)
{
    public int Status { get; set; } = status;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body, when it is short.</summary>
    public byte[]? Body { get; set; }

    /// <summary>The body, when it is a part of a file.</summary>
    public ContentSlice? Content { get; init; }

    public static Answer Empty(int status) => new(status);

    public static Answer Json(int status, JsonNode json)
        => new(status) { Headers = { ["Content-Type"] = "application/json; charset=utf-8" }, Body = JsonText.ToBytes(json) };

    public Answer With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
