namespace OneDrive.Sdk.Cli;

/// <summary>How folders are transferred.</summary>
internal sealed record TransferSettings
{
    internal bool Overwrite { get; init; }

    internal bool MapNames { get; init; }

    internal bool DryRun { get; init; }

    internal int Transfers { get; init; } = 8;

    internal FolderComparison Comparison { get; init; } = FolderComparison.SizeAndHash;

    internal PathFilter Filter { get; init; } = PathFilter.Everything;

    internal string? Report { get; init; }
}
