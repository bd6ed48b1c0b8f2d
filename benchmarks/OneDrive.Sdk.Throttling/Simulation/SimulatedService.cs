using OneDrive.Sdk.Throttling.Models;

namespace OneDrive.Sdk.Throttling.Simulation;

/// <summary>A model behind a network: an answer takes time, a refusal less of it.</summary>
internal sealed class SimulatedService(ServerModel model, EventQueue clock, int seed)
{
    private const double RefusalLatency = 0.03;

    private readonly Random _random = new(seed);

    internal EventQueue Clock => clock;

    internal double Served { get; private set; }

    internal int Successes { get; private set; }

    internal int Rejections { get; private set; }

    /// <summary>A number from 0 to 1, the same ones in every run.</summary>
    internal double Jitter() => _random.NextDouble();

    internal void Send(double cost, Action<ServerAnswer> answered)
    {
        clock.At(clock.Now + 0.005, () =>
        {
            var answer = model.Begin(clock.Now, cost);
            if (answer.IsRefusal)
            {
                Rejections++;
                clock.At(clock.Now + RefusalLatency, () => answered(answer));
                return;
            }

            var latency = (ModelCatalog.Latency - 0.005) * (0.8 + (0.4 * Jitter()));
            clock.At(clock.Now + latency, () =>
            {
                model.End();
                Served += cost;
                Successes++;
                answered(answer);
            });
        });
    }
}
