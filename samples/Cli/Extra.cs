using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli;

/// <summary>Something at the target of a sync.</summary>
/// <param name="Path">The path below the folder.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="IsExtra">Whether the source does not have it.</param>
internal sealed record Extra(string Path, bool IsFolder, bool IsExtra)
{
    internal DriveItem? Item { get; init; }
}
