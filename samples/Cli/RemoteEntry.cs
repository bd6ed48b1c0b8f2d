using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli;

/// <summary>An item of the drive and where it is.</summary>
internal sealed record RemoteEntry(DriveItem Item, string Path, int Depth)
{
    internal bool IsFolder => Format.KindOf(Item) is "folder";
}
