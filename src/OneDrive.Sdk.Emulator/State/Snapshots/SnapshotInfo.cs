namespace OneDrive.Sdk.Emulator.State.Snapshots;

/// <summary>The properties of a snapshot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Whose it is; null when it holds everything.</param>
/// <param name="Taken">When it was taken.</param>
/// <param name="Owners">The names of those whose drives are in it.</param>
/// <param name="ItemCount">How many files and folders are in it.</param>
internal sealed record SnapshotInfo(string Name, string? Owner, DateTimeOffset Taken, IReadOnlyList<string> Owners, int ItemCount);
