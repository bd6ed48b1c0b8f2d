namespace OneDrive.Sdk;

/// <summary>How an earlier version is downloaded.</summary>
public sealed class DownloadVersionOptions
{
    /// <summary>Who is told how far the download is.</summary>
    /// <value>Default: <see langword="null"/>, nobody.</value>
    public IProgress<TransferProgress>? Progress { get; init; }
}
