using System.Globalization;

namespace OneDrive.Sdk.Http;

/// <summary>An attempt was cut off because nothing moved for too long.</summary>
internal sealed class InactivityException(TimeSpan limit)
    : IOException(
        string.Create(
            CultureInfo.InvariantCulture, $"no bytes were sent or received for {limit.TotalSeconds:0.###} s (Retry.AttemptTimeout)"));
