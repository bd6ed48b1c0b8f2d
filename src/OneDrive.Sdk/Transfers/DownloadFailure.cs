namespace OneDrive.Sdk.Transfers;

/// <summary>Why an attempt at a download ended before the file did.</summary>
/// <param name="Error">What to throw when there are no more attempts.</param>
/// <param name="RetryAfter">The wish of the service.</param>
/// <param name="IsHarmless">Whether it is part of normal life, such as an address whose time is over.</param>
internal sealed record DownloadFailure(OneDriveException Error, TimeSpan? RetryAfter = null, bool IsHarmless = false);
