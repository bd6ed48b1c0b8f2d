using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Service;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.Matrix;

/// <summary>A cell of the matrix that uploads.</summary>
internal sealed class UploadCell(MatrixCell cell)
{
    private const string Folder = "Backups";
    private const string Name = "nightly run.bin";
    private const string Key = "cell";
    private const int LengthOfOther = 1234;

    private readonly int _length = cell.Place is Place.Single
        ? StressService.Unit - 1
        : (MatrixFaults.LastFragment * StressService.Unit) + 77;

    internal async Task<CellResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var service = await StressService.StartAsync(cell.DriveType, cancellationToken);
        if (cell.IsTaken)
            service.Drive.WithFile($"{Folder}/{Name}", Other);
        var faults = MatrixFaults.Of(cell.Fault, cell.Place, _length);
        foreach (var fault in faults)
            service.Emulator.Faults.Add(fault);

        var (outcome, details) = await UploadAsync(service, cancellationToken);
        List<string> problems = [];
        if (!service.HasStruck(faults))
            problems.Add("the fault did not strike");
        if (outcome != Outcome.Ok)
            problems.AddRange(await ResumeAsync(service, cancellationToken));

        var oracle = new UploadOracle(service)
        {
            Folder = Folder,
            Name = Name,
            Content = GeneratedStream.Bytes(0, _length),
            Taken = cell.IsTaken ? Other : null,
            Conflict = cell.Conflict,
            SessionsLeft = SessionsLeft,
        };
        problems.AddRange(await oracle.FindProblemsAsync(cancellationToken));
        return new CellResult(
            cell.Expected, problems.Count == 0 ? outcome : "WRONG", $"{cell}: {string.Join("; ", problems)}. {outcome}: {details}");
    }

    private static byte[] Other => GeneratedStream.Bytes(99, LengthOfOther);

    /// <summary>
    /// A session stays behind when the client never learnt its address, or when it refuses to be deleted. It ends by itself.
    /// </summary>
    private int SessionsLeft => cell switch
    {
        { Place: Place.Creation, Fault: "lost acknowledgement" or "truncated answer" or "malformed answer" } => 1,
        { Place: Place.Creation, Fault: "reset in the answer" or "stall in the answer" } => 1,
        { Fault: "revoked session" } => 1,
        _ => 0,
    };

    private async Task<(string Outcome, string Details)> UploadAsync(StressService service, CancellationToken cancellationToken)
    {
        try
        {
            var options = new UploadOptions
            {
                Conflict = cell.Conflict,
                ResumeKey = Key,
                SourceFingerprint = "generated",
                DeferCommit = cell.Place is Place.Commit,
            };
            var result = await service.Client.Content.UploadAsync(
                DriveAddress.Me.Path($"/{Folder}/{Name}"), new GeneratedStream(_length), options, cancellationToken);
            if (!result.IsCommitted)
                result = await service.Client.Content.CommitUploadAsync(Key, cancellationToken: cancellationToken);
            return result.Integrity is ContentIntegrity.Verified
                ? (Outcome.Ok, $"{result.Item.Name}")
                : ("WRONG", $"the content is {result.Integrity}");
        }
        catch (OneDriveException exception)
        {
            return (Outcome.Of(exception), exception.ToString());
        }
    }

    /// <summary>The same call once more, now that the fault is gone.</summary>
    private async Task<IReadOnlyList<string>> ResumeAsync(StressService service, CancellationToken cancellationToken)
    {
        var acknowledged = service.Emulator.Traffic.Of(EmulatorOperation.UploadFragment)
            .Where(fragment => fragment.Fault is null or FaultKind.LoseAcknowledgement)
            .Select(SentFragment.Of)
            .Max(fragment => fragment?.End) ?? 0;
        service.Emulator.Faults.Clear();
        service.Emulator.Traffic.Clear();

        var (outcome, details) = await UploadAsync(service, cancellationToken);
        if (outcome != Outcome.Ok)
            return [$"it cannot be resumed: {details}"];
        var again = service.Emulator.Traffic.Of(EmulatorOperation.UploadFragment)
            .Select(SentFragment.Of)
            .FirstOrDefault(fragment => fragment!.Start < acknowledged);
        return again is null ? [] : [$"byte {again.Start} was sent again, although {acknowledged} were acknowledged"];
    }
}
