using System.Text.Json.Nodes;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>A file as the scripted service describes it: truly, unless a property says otherwise.</summary>
internal sealed record ScriptedFile(string Name, byte[] Content)
{
    internal string Id { get; init; } = "1";

    /// <summary>The described size; <see langword="null"/> leaves it out.</summary>
    internal long? Size { get; init; } = Content.Length;

    /// <summary>The described QuickXorHash; <see langword="null"/> leaves it out.</summary>
    internal string? Hash { get; init; } = FieldData.QuickXor(Content);

    internal string? CTag { get; init; } = "c1";

    internal string? ETag { get; init; } = "e1";

    internal string DriveType { get; init; } = "business";

    internal string? MimeType { get; init; } = "application/octet-stream";

    internal string ToJson()
    {
        var hashes = new JsonObject();
        if (Hash is not null)
        {
            hashes["quickXorHash"] = Hash;
        }

        var file = new JsonObject { ["hashes"] = hashes };
        var item = new JsonObject
        {
            ["id"] = Id,
            ["name"] = Name,
            ["parentReference"] = new JsonObject { ["driveId"] = "d", ["driveType"] = DriveType },
            ["file"] = file,
        };
        Add(file, "mimeType", MimeType);
        Add(item, "size", Size);
        Add(item, "cTag", CTag);
        Add(item, "eTag", ETag);
        return item.ToJsonString();
    }

    private static void Add(JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }
}
