using System.Collections.Frozen;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The media type of a file, from its extension.</summary>
internal static class MimeTypes
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".htm"] = "text/html",
        [".html"] = "text/html",
        [".json"] = "application/json",
        [".xml"] = "text/xml",
        [".pdf"] = "application/pdf",
        [".zip"] = "application/x-zip-compressed",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".heic"] = "image/heic",
        [".mp4"] = "video/mp4",
        [".mp3"] = "audio/mpeg",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Of(string name) => Known.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
}
