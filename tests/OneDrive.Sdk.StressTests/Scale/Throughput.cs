using System.Diagnostics;

namespace OneDrive.Sdk.StressTests.Scale;

/// <summary>How many items a second are answered to several connections at once, from a process that has to ask for them itself.</summary>
internal static class Throughput
{
    private const int Connections = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    internal static async Task<double> MeasureAsync(PopulatedDrive drive)
    {
        var half = drive.Items / 2;
        var state = drive.Emulator.DefaultUser.Drive;
        var ids = Enumerable.Range(0, 1000).Select(number => state.FindItem(PopulatedDrive.TreePath(number * (half / 1000)))!.Id).ToArray();
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(worker => Task.Factory.StartNew(
            () => Ask(drive, ids, worker, started),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static int Ask(PopulatedDrive drive, string[] ids, int worker, long started)
    {
        using var connection = drive.Connect();
        var requests = ids.Select(id => connection.Write("GET", $"{drive.Drive}/items/{id}")).ToArray();
        var count = 0;
        for (var next = worker; Stopwatch.GetElapsedTime(started) < Duration; next++, count++)
            connection.Ask(requests[next % requests.Length]);
        return count;
    }
}
