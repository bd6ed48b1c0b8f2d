using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Changes;

/// <summary>What stands, sealed, in the place of a checkpoint.</summary>
internal static class StoredDeltaCheckpoint
{
    internal static byte[] Write(DeltaCheckpointEntry entry) => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("key", entry.Key);
        writer.WriteNumber("version", entry.Version);
        writer.WriteString("checkpoint", entry.Checkpoint.ToString());
        writer.WriteEndObject();
    });

    /// <exception cref="JsonException">It is not a checkpoint.</exception>
    internal static DeltaCheckpointEntry Read(byte[] plain) => AnswerReader.Read(plain, Read);

    private static DeltaCheckpointEntry Read(ref ModelReader reader)
    {
        string? key = null, checkpoint = null;
        long? version = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "key": key = reader.Text(); break;
                case "version": version = reader.LargeWhole(); break;
                case "checkpoint": checkpoint = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return new DeltaCheckpointEntry
        {
            Key = JsonBytes.Required(key, "key"),
            Version = JsonBytes.Required(version, "version"),
            Checkpoint = new DeltaCheckpoint(JsonBytes.Required(checkpoint, "checkpoint")),
        };
    }
}
