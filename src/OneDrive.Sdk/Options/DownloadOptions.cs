namespace OneDrive.Sdk;

/// <summary>How one file is downloaded.</summary>
public sealed class DownloadOptions
{
    /// <summary>Whether a local file that is already there is replaced. It matters only when the destination is a path.</summary>
    /// <value>Default: false, an existing file is left alone and <see cref="IOException"/> is thrown before anything is requested.</value>
    public bool Overwrite { get; init; }

    /// <summary>Told of the bytes that have been written to the destination.</summary>
    /// <value>Default: null.</value>
    public IProgress<TransferProgress>? Progress { get; init; }
}
