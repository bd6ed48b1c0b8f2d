namespace OneDrive.Sdk;

/// <summary>
/// What differs for some calls from the settings of their client; see <see cref="IOneDriveClient.With(CallOptions)"/>. What is not set
/// stays as it is.
/// </summary>
public sealed class CallOptions
{
    /// <summary>How the calls are repeated; all settings together.</summary>
    /// <value>Default: <see langword="null"/>, those of the client.</value>
    public OneDriveRetryOptions? Retry { get; init; }

    /// <summary>How long a refused call is repeated, in place of <see cref="OneDriveRetryOptions.MaxElapsed"/>.</summary>
    /// <value>Default: <see langword="null"/>, that of the retry options.</value>
    public TimeSpan? MaxElapsed { get; init; }

    /// <summary>Which calls go first.</summary>
    /// <value>
    /// Default: <see langword="null"/>: <see cref="CallPriority.Bulk"/> for folder transfers, upload sessions and delta queries,
    /// <see cref="CallPriority.Interactive"/> for all others.
    /// </value>
    public CallPriority? Priority { get; init; }
}
