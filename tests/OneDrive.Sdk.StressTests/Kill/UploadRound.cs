using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Service;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.Kill;

/// <summary>One file that is uploaded by processes that are killed at random moments, until one of them comes to the end.</summary>
internal sealed class UploadRound(int round, Random random)
{
    private const string Folder = "Backups";
    private const string Name = "nightly run.bin";
    private const int Fragments = 24;
    private const int MaximumKills = 4;

    private readonly byte[] _content = GeneratedStream.Bytes(
        random.Next(), (Fragments * StressService.Unit) + random.Next(StressService.Unit));

    private readonly ConflictBehavior _conflict = (ConflictBehavior)(round % 3);
    private readonly List<string> _problems = [];
    private int _kills;
    private int _resumed;

    internal async Task<RoundResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var service = await StressService.StartAsync(
            round % 2 == 0 ? EmulatorDriveType.Personal : EmulatorDriveType.Business, cancellationToken);
        using var directory = new TemporaryDirectory();
        var source = directory["source.bin"];
        await File.WriteAllBytesAsync(source, _content, cancellationToken);

        var hasEnded = false;
        while (!hasEnded && !await HasDoneItsWorkAsync(service, directory["store"], cancellationToken))
        {
            hasEnded = await RunProcessAsync(service, source, directory["store"], cancellationToken);
            _kills += hasEnded ? 0 : 1;
            await CheckStoreAsync(service, directory["store"], cancellationToken);
        }

        // A session whose process was killed before it could write its address down is lost, and ends by itself.
        var oracle = new UploadOracle(service)
        {
            Folder = Folder,
            Name = Name,
            Content = _content,
            Conflict = _conflict,
            SessionsLeft = _kills,
        };
        _problems.AddRange(await oracle.FindProblemsAsync(cancellationToken));
        if (hasEnded)
            _problems.AddRange(FindLeftovers(directory["store"]));
        return new RoundResult(round, _kills, _resumed, _problems);
    }

    /// <summary>
    /// The last process may have been killed when everything was done and forgotten, but before it could say so. One more would upload the
    /// file once more, as it is told to.
    /// </summary>
    private static async Task<bool> HasDoneItsWorkAsync(StressService service, string store, CancellationToken cancellationToken) =>
        service.Drive.FindItem($"{Folder}/{Name}") is not null
        && await new FileUploadSessionStore(store).FindAsync(WorkerCommands.ResumeKey, cancellationToken) is null;

    private static IEnumerable<string> FindLeftovers(string store) =>
        from file in new DirectoryInfo(store).GetFiles()
        where file.Extension is ".upload" or ".lease" or ".held" or ".tmp"
        select $"the store still holds {file.Name}";

    private async Task<bool> RunProcessAsync(StressService service, string source, string store, CancellationToken cancellationToken)
    {
        var acknowledged = AcknowledgedBy(service.Emulator);
        var before = service.Emulator.Traffic.Count;
        using var process = ChildProcess.Start(
            service.IssueToken(), WorkerCommands.Upload, service.Emulator.Endpoint.AbsoluteUri, $"/{Folder}/{Name}", source, store,
            _conflict.ToString());
        var hasEnded = await NextMoment(before).StrikeAsync(process, service.Emulator, cancellationToken);

        var fragments = service.Emulator.Traffic.Skip(before)
            .Where(entry => entry.Operation is EmulatorOperation.UploadFragment)
            .Select(SentFragment.Of)
            .ToList();
        if (acknowledged > 0 && fragments.Count > 0)
            _resumed++;
        if (fragments.Find(fragment => fragment.Start < acknowledged) is { } again)
            _problems.Add($"byte {again.Start} was sent again, although {acknowledged} were acknowledged");
        return hasEnded;
    }

    private KillMoment NextMoment(int requests) => _kills == MaximumKills
        ? new KillMoment(_ => 0, long.MaxValue, TimeSpan.Zero)
        : new KillMoment(
            emulator => emulator.Traffic.Count - requests,
            random.Next(Fragments + 4),
            TimeSpan.FromMilliseconds(random.Next(3) == 0 ? random.Next(40) : 0));

    /// <summary>Whatever was acknowledged can be continued: the record is there, whole, and tells of this upload.</summary>
    private async Task CheckStoreAsync(StressService service, string path, CancellationToken cancellationToken)
    {
        var store = new FileUploadSessionStore(path);
        var record = await store.FindAsync(WorkerCommands.ResumeKey, cancellationToken);
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.upload").Length : 0;
        if (files > 0 && record is null)
            _problems.Add("the record in the store is torn");
        if (record is not null && record.Length != _content.Length)
            _problems.Add("the record in the store tells of another upload");
        if (AcknowledgedBy(service.Emulator) > 0 && record is null && service.Drive.FindItem($"{Folder}/{Name}") is null)
            _problems.Add("bytes were acknowledged, but the store knows nothing of the upload");
    }

    private static long AcknowledgedBy(OneDriveEmulator emulator) => emulator.Traffic.Of(EmulatorOperation.UploadFragment)
        .Where(entry => entry.StatusCode is 200 or 201 or 202)
        .Select(SentFragment.Of)
        .Max(fragment => fragment?.End) ?? 0;
}
