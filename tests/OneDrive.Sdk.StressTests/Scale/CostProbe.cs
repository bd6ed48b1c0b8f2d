using System.Diagnostics;

namespace OneDrive.Sdk.StressTests.Scale;

/// <summary>
/// What a kind of request costs on a drive, in microseconds, over many requests that are spread over the whole drive: nine in ten cost
/// more, because other things run on the machine too.
/// </summary>
internal static class CostProbe
{
    private const int Warmups = 200;
    private const int Rounds = 1000;
    private const int PageRounds = 100;

    internal static IEnumerable<(string Name, double Microseconds)> Measure(PopulatedDrive drive)
    {
        var half = drive.Items / 2;
        var state = drive.Emulator.DefaultUser.Drive;
        var ids = Enumerable.Range(0, 100).Select(number => state.FindItem(PopulatedDrive.FlatPath(Spread(number, half)))!.Id).ToArray();
        yield return ("item by id", Fastest(drive, Rounds, (connection, round) =>
            connection.Write("GET", $"{drive.Drive}/items/{ids[round % ids.Length]}")));
        yield return ("item by path", Fastest(drive, Rounds, (connection, round) =>
            connection.Write("GET", $"{drive.Drive}/root:/{PopulatedDrive.TreePath(Spread(round, half))}")));
        yield return ("page of children", Fastest(drive, PageRounds, (connection, round) =>
            connection.Write("GET", $"{drive.Drive}/root:/flat:/children?$skiptoken={PopulatedDrive.SkipTo(Spread(round, half - 200))}")));
        yield return ("page of changes", Fastest(drive, PageRounds, (connection, round) => connection.Write(
            "GET", $"{drive.Drive}/root/delta?token={PopulatedDrive.ChangesFrom(Spread(round, drive.Items - 400), drive.Items)}")));
        yield return ("new folder", Fastest(drive, PageRounds, (connection, round) =>
            connection.Write("POST", $"{drive.Drive}/root:/flat:/children", $$"""{"folder":{},"name":"n{{round}}" }""")));
        yield return ("page after a change", Fastest(
            drive,
            PageRounds,
            (connection, round) =>
            {
                state.WithFile($"flat/new-{round}.txt", [3]);
                return connection.Write("GET", $"{drive.Drive}/root:/flat:/children?$top=200");
            }));
        yield return ("rename", Fastest(drive, PageRounds, (connection, round) =>
            connection.Write("PATCH", $"{drive.Drive}/items/{ids[round % ids.Length]}", $$"""{"name":"r{{round}}.txt"}""")));
    }

    private static double Fastest(PopulatedDrive drive, int rounds, Func<PlainConnection, int, byte[]> request)
    {
        using var connection = drive.Connect();
        var times = new List<double>(rounds);
        for (var round = 0; round < rounds + Warmups; round++)
        {
            var bytes = request(connection, round);
            var started = Stopwatch.GetTimestamp();
            connection.Ask(bytes);
            if (round >= Warmups)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        times.Sort();
        return times[times.Count / 10];
    }

    // Walks over the whole range in steps that have no pattern.
    private static int Spread(int number, int range) => (int)((long)number * 7_919_191 % range);
}
