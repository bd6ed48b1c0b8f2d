namespace OneDrive.Sdk.Cli;

/// <summary>A local file or folder.</summary>
/// <param name="Path">The path below the folder that was walked through, with slashes.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Length">How many bytes a file has.</param>
internal sealed record LocalItem(string Path, string FullPath, bool IsFolder, long Length);
