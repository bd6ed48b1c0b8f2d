namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>Content that is still arriving: its file, how much of it counts, and the state of its hash.</summary>
internal sealed record PartialContentRecord(string File, long Length, byte[] Hash);
