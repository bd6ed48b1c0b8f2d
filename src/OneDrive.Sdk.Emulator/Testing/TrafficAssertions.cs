using System.Globalization;

namespace OneDrive.Sdk.Emulator;

/// <summary>Claims about what a client asked. What fails shows the requests that there were.</summary>
public static class TrafficAssertions
{
    private const int LongestList = 40;

    /// <summary>Claims that something was asked so many times.</summary>
    /// <param name="traffic">The recording.</param>
    /// <param name="operation">What was asked.</param>
    /// <param name="times">How often; null for at least once.</param>
    /// <returns>The same recording.</returns>
    /// <exception cref="EmulatorAssertionException">It was asked another number of times.</exception>
    public static TrafficLog Verify(this TrafficLog traffic, EmulatorOperation operation, int? times = null)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        var count = traffic.Of(operation).Count;
        if (times is null ? count > 0 : count == times)
        {
            return traffic;
        }

        var expected = times is null ? "at least once" : $"{times} times";
        throw Fail(traffic, $"{operation} was expected {expected}, but was received {count} times.");
    }

    /// <summary>Claims that something was not asked.</summary>
    /// <param name="traffic">The recording.</param>
    /// <param name="operation">What was not asked.</param>
    /// <returns>The same recording.</returns>
    /// <exception cref="EmulatorAssertionException">It was asked.</exception>
    public static TrafficLog VerifyNone(this TrafficLog traffic, EmulatorOperation operation) => Verify(traffic, operation, times: 0);

    /// <summary>Claims that no access token went to an upload or download address, which carries its own permission.</summary>
    /// <param name="traffic">The recording.</param>
    /// <returns>The same recording.</returns>
    /// <exception cref="EmulatorAssertionException">A token did.</exception>
    public static TrafficLog VerifyNoTokenWasLeaked(this TrafficLog traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        return traffic.Any(exchange => exchange.HasAuthorization && IsAnonymous(exchange.Operation))
            ? throw Fail(traffic, "A token was sent to an address that must be called without one.")
            : traffic;
    }

    private static bool IsAnonymous(EmulatorOperation operation) => operation is EmulatorOperation.UploadFragment
        or EmulatorOperation.UploadStatus
        or EmulatorOperation.UploadCancel
        or EmulatorOperation.Download
        or EmulatorOperation.GetCopyStatus;

    private static EmulatorAssertionException Fail(TrafficLog traffic, string message)
    {
        var lines = traffic.TakeLast(LongestList).Select(exchange => string.Create(
            CultureInfo.InvariantCulture,
            $"  {exchange.Operation} {exchange.Method} {exchange.Target} -> {exchange.StatusCode} {exchange.Fault}"));
        return new EmulatorAssertionException($"{message} Recorded requests:\n{string.Join('\n', lines)}");
    }
}
