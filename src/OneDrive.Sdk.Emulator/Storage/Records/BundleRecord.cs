namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>What a bundle holds, by the ids of the items.</summary>
internal sealed record BundleRecord(bool IsAlbum, IReadOnlyList<string> ItemIds);
