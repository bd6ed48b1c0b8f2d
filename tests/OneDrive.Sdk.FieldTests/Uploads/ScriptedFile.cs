using System.Globalization;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>A file of the scripted drive.</summary>
internal sealed record ScriptedFile(string Name, byte[] Content, DateTimeOffset Created)
{
    internal string Id { get; init; } = Guid.NewGuid().ToString("N");

    internal int Version { get; init; } = 1;

    internal DateTimeOffset Modified { get; init; } = Created;

    /// <summary>Whether the service gives the hash of the content.</summary>
    internal bool HasHash { get; init; } = true;

    internal bool IsFolder { get; init; }

    internal string ETag => string.Create(CultureInfo.InvariantCulture, $"\"{Id},{Version}\"");

    internal string Json => string.Create(CultureInfo.InvariantCulture, $$"""
        {"id":"{{Id}}","name":"{{Name}}","size":{{Content.Length}},
        "eTag":"{{System.Text.Json.JsonEncodedText.Encode(ETag)}}","cTag":"\"c:{{Id}},{{Version}}\"",
        "createdDateTime":"{{Time(Created)}}","lastModifiedDateTime":"{{Time(Modified)}}",
        "fileSystemInfo":{"createdDateTime":"{{Time(Created)}}","lastModifiedDateTime":"{{Time(Modified)}}"},
        "parentReference":{"driveId":"d","driveType":"business"},
        {{(IsFolder ? "\"folder\":{\"childCount\":0}" : "\"file\":{" + Hashes + "}")}} }
        """);

    private string Hashes => HasHash ? $$"""
        "hashes":{"quickXorHash":"{{FieldData.QuickXor(Content)}}"}
        """ : "";

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
