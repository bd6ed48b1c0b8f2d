using System.Text.Json.Serialization;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>Where the bytes of a file are: in a file of the data folder, or here when they are few.</summary>
internal sealed record ContentRecord(long Length, string QuickXorHash, string? Sha1, string? File, byte[]? Bytes)
{
    /// <summary>The content itself, as long as the process lives; null of a record that was read.</summary>
    [JsonIgnore]
    public StoredContent? Live { get; init; }
}
