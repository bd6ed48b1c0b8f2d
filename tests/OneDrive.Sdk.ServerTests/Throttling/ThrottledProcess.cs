using System.Globalization;
using OneDrive.Sdk.Throttling.Models;
using OneDrive.Sdk.Throttling.Real;

namespace OneDrive.Sdk.StoreTests.Throttling;

/// <summary>One of the clients: waits for the start on its input, and prints what it got.</summary>
internal static class ThrottledProcess
{
    private const int Workers = 16;

    internal static async Task<int> RunAsync(string place, Uri service)
    {
        var store = new ScaledThrottleStateStore(StorePlace.OpenThrottle(place));

        // The first access builds the model.
        await store.UpdateAsync("warm", (state, _) => state);
        using var client = new RealClient(
            service, ModelCatalog.All[0] with { UnitsPerMinute = null }, new ScaledTime(ScaledTime.Factor), store);
        Console.WriteLine("ready");
        using var end = new CancellationTokenSource();
        end.CancelAfter(TimeSpan.FromSeconds(double.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture)));
        var (units, failed) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async worker =>
        {
            for (var count = worker; !end.IsCancellationRequested; count++)
            {
                try
                {
                    await (count % 2 == 0 ? client.UploadAsync(end.Token) : client.GetAsync(end.Token));
                    Interlocked.Add(ref units, count % 2 == 0 ? 2 : 1);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                catch (Exception exception) when (exception is HttpRequestException or OneDriveException)
                {
                    Interlocked.Increment(ref failed);
                }
            }
        }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{units} {failed}"));
        return 0;
    }
}
