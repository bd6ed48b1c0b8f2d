using OneDrive.Sdk;

namespace ResilienceDemo;

/// <summary>Where the files of one run go on the drive.</summary>
internal sealed class RemoteNames(string folder, string run)
{
    internal string Root { get; } = $"{folder.Trim('/')}/{run}";

    internal ItemAddress RootAddress => DriveAddress.Default.Path(Root);

    internal string PathOf(SourceFile file) => $"{Root}/{file.RelativePath}";

    internal ItemAddress AddressOf(SourceFile file) => DriveAddress.Default.Path(PathOf(file));
}
