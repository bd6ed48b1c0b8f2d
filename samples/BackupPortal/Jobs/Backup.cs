namespace BackupPortal.Jobs;

/// <summary>A backup at the destination.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Created">The time in its name.</param>
/// <param name="Size">The bytes at the destination.</param>
public sealed record Backup(string Name, DateTimeOffset Created, long Size);
