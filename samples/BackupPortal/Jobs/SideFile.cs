using System.Text.Json;
using System.Text.Json.Serialization;

namespace BackupPortal.Jobs;

/// <summary>The side file of a backup, NAME.meta.json: what is needed to restore and to check it.</summary>
public sealed record SideFile
{
    public const string Suffix = ".meta.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public required string Job { get; init; }

    public required Data.BackupSource Source { get; init; }

    /// <summary>The name that a restore gives the file.</summary>
    public required string OriginalName { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required long Size { get; init; }

    public required long StoredSize { get; init; }

    /// <summary>Of the content before compression and encryption.</summary>
    public required string Sha256 { get; init; }

    public required bool IsCompressed { get; init; }

    public required bool IsEncrypted { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static SideFile Parse(string text) =>
        JsonSerializer.Deserialize<SideFile>(text, Json) ?? throw new InvalidDataException("The side file is empty.");
}
