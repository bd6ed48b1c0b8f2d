namespace OneDrive.Sdk;

/// <summary>
/// Options of some calls that differ from those of their client; see <see cref="IOneDriveClient.With(CallOptions)"/>. Options that are not
/// set keep the value of the client.
/// </summary>
public sealed class CallOptions
{
    /// <summary>The retry options; they replace all retry options of the client.</summary>
    /// <value>Default: <see langword="null"/>, the options of the client.</value>
    public OneDriveRetryOptions? Retry { get; init; }

    /// <summary>How long a throttled call is retried, instead of <see cref="OneDriveRetryOptions.MaxElapsed"/>.</summary>
    /// <value>Default: <see langword="null"/>, the value of the retry options.</value>
    public TimeSpan? MaxElapsed { get; init; }

    /// <summary>The priority of the calls.</summary>
    /// <value>
    /// Default: <see langword="null"/>: <see cref="CallPriority.Bulk"/> for folder transfers, upload sessions and delta queries,
    /// <see cref="CallPriority.Interactive"/> for all others.
    /// </value>
    public CallPriority? Priority { get; init; }
}
