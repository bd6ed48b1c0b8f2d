using System.Globalization;

namespace OneDrive.Sdk.Throttling.Models;

/// <summary>
/// A service that limits its clients in one particular way. Times are seconds from the beginning of the run. A model has state: one object
/// serves one run.
/// </summary>
internal abstract class ServerModel
{
    /// <summary>The length of the window in which the service counts, in seconds.</summary>
    internal const double Window = 60;

    /// <summary>The resource units that the service takes in a window.</summary>
    internal const double Limit = 2400;

    internal const double Rate = Limit / Window;

    /// <summary>How many requests are being served.</summary>
    protected int InService { get; private set; }

    /// <summary>A request arrives.</summary>
    internal ServerAnswer Begin(double now, double cost)
    {
        var answer = Judge(now, cost);
        if (answer.Status == 200)
            InService++;
        return answer;
    }

    /// <summary>A request that was accepted has been served.</summary>
    internal void End() => InService--;

    /// <summary>The resource units that a perfect client gets in so many seconds, unless the client itself is slower.</summary>
    internal abstract double Perfect(double seconds);

    protected abstract ServerAnswer Judge(double now, double cost);

    protected static string Seconds(double wait) => Math.Max(0, Math.Ceiling(wait)).ToString(CultureInfo.InvariantCulture);
}
