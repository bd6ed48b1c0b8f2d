using System.Net.Http.Headers;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Service;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.Kill;

/// <summary>One file that is downloaded by processes that are killed at random moments, until one of them comes to the end.</summary>
internal sealed class DownloadRound(int round, Random random)
{
    private const string RemotePath = "Backups/nightly run.bin";
    private const string LocalName = "copy.bin";
    private const int ShortestLength = 40_000_000;
    private const int MaximumKills = 4;

    private readonly byte[] _content = GeneratedStream.Bytes(random.Next(), ShortestLength + random.Next(1_000_000));
    private readonly List<string> _problems = [];
    private int _kills;
    private int _resumed;

    internal async Task<RoundResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var service = await StressService.StartAsync(EmulatorDriveType.Personal, cancellationToken);
        using var directory = new TemporaryDirectory();
        service.Drive.WithFile(RemotePath, _content);

        while (!await RunProcessAsync(service, directory[LocalName], cancellationToken))
        {
            _kills++;

            // The process may have been killed after the file got its name.
            if (File.Exists(directory[LocalName]))
                break;
        }

        if (!(await File.ReadAllBytesAsync(directory[LocalName], cancellationToken)).AsSpan().SequenceEqual(_content))
            _problems.Add("other bytes arrived");
        if (_kills == 0 && directory.Files is not [LocalName])
            _problems.Add($"the folder holds {string.Join(", ", directory.Files)}");
        _problems.AddRange(TrafficOracle.FindTokens(service.Emulator));
        return new RoundResult(round, _kills, _resumed, _problems);
    }

    private async Task<bool> RunProcessAsync(StressService service, string local, CancellationToken cancellationToken)
    {
        service.Emulator.Traffic.Clear();
        using var process = ChildProcess.Start(
            service.IssueToken(), WorkerCommands.Download, service.Emulator.Endpoint.AbsoluteUri, $"/{RemotePath}", local);
        var hasEnded = await NextMoment().StrikeAsync(process, service.Emulator, cancellationToken);

        var starts = service.Emulator.Traffic.Of(EmulatorOperation.Download).Select(StartOf).ToList();
        if (starts.Count > 0 && starts.Min() > 0)
            _resumed++;
        return hasEnded;
    }

    private static long StartOf(TrafficEntry entry) =>
        entry.RequestHeaders.TryGetValue("Range", out var range) ? RangeHeaderValue.Parse(range).Ranges.First().From!.Value : 0;

    private KillMoment NextMoment() => _kills == MaximumKills
        ? new KillMoment(_ => 0, long.MaxValue, TimeSpan.Zero)
        : new KillMoment(
            emulator => emulator.Traffic.Sum(entry => entry.ResponseBodyLength),
            random.Next(_content.Length),
            TimeSpan.FromMilliseconds(random.Next(3) == 0 ? random.Next(40) : 0));
}
