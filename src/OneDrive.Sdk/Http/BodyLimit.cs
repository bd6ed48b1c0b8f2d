using System.Globalization;

namespace OneDrive.Sdk.Http;

/// <summary>
/// The time limit of a complete response body that is buffered. It protects against a server that sends single bytes without ever
/// finishing.
/// </summary>
/// <param name="attemptTimeout">How long nothing may move, Retry.AttemptTimeout.</param>
/// <param name="timeProvider">The time provider.</param>
internal sealed class BodyLimit(TimeSpan attemptTimeout, TimeProvider timeProvider)
{
    /// <summary>A page of 1 MiB at 4 KiB a second, with the default of 100 seconds without progress, is still read.</summary>
    private const int Factor = 3;

    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    private readonly TimeSpan _limit = attemptTimeout * Factor < LongestTimer ? attemptTimeout * Factor : LongestTimer;

    /// <summary>Starts the time limit; the source is cancelled when it elapses, and with the caller.</summary>
    internal CancellationTokenSource Start(CancellationToken cancellationToken) => new BodyTimer(_limit, timeProvider, cancellationToken);

    /// <summary>The start of a body whose reader asks <see cref="Require"/> after each read.</summary>
    internal long Begin() => timeProvider.GetTimestamp();

    /// <exception cref="HttpRequestException">The body took longer.</exception>
    internal void Require(long began)
    {
        if (timeProvider.GetElapsedTime(began) > _limit)
            throw Exceeded(null);
    }

    internal HttpRequestException Exceeded(Exception? cause) => new(
        HttpRequestError.ConfigurationLimitExceeded,
        string.Create(
            CultureInfo.InvariantCulture,
            $"the response body did not end within {_limit.TotalSeconds:0.###} s ({Factor} times Retry.AttemptTimeout)"),
        cause);

    private sealed class BodyTimer : CancellationTokenSource
    {
        private readonly CancellationTokenRegistration _caller;

        internal BodyTimer(TimeSpan limit, TimeProvider timeProvider, CancellationToken caller)
            : base(limit, timeProvider) =>
            _caller = caller.UnsafeRegister(static timer => ((BodyTimer)timer!).Cancel(), this);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _caller.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
