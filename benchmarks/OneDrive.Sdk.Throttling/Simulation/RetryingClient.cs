using System.Globalization;
using OneDrive.Sdk.Throttling.Models;

namespace OneDrive.Sdk.Throttling.Simulation;

/// <summary>A client that repeats each request on its own, and gives it up after ten repetitions.</summary>
/// <param name="service">The service.</param>
/// <param name="honoursRetryAfter">Whether it waits as long as it is asked to; otherwise its waits double from one second on.</param>
internal sealed class RetryingClient(SimulatedService service, bool honoursRetryAfter) : SimulatedClient(service)
{
    private const int MaxRetryAttempts = 10;

    internal override void Start(Job job) => Service.Send(job.Cost, answer => Answered(job, answer));

    private void Answered(Job job, ServerAnswer answer)
    {
        if (!answer.IsRefusal)
        {
            job.End(isDone: true);
            return;
        }

        if (job.Failures++ >= MaxRetryAttempts)
        {
            job.End(isDone: false);
            return;
        }

        var own = Math.Min(30, Math.Pow(2, job.Failures - 1)) * (0.5 + (0.5 * Service.Jitter()));
        var wait = honoursRetryAfter && answer.RetryAfter is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : own;
        Clock.At(Clock.Now + wait, () => Start(job));
    }
}
