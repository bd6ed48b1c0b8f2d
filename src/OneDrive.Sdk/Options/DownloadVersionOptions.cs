namespace OneDrive.Sdk;

/// <summary>Options for downloading a version.</summary>
public sealed class DownloadVersionOptions
{
    /// <summary>Receives the progress of the download.</summary>
    /// <value>Default: <see langword="null"/>, progress is not reported.</value>
    public IProgress<TransferProgress>? Progress { get; init; }
}
