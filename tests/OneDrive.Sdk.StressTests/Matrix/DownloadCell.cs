using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Service;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.Matrix;

/// <summary>A cell of the matrix that downloads.</summary>
internal sealed class DownloadCell(MatrixCell cell)
{
    private const string RemotePath = "Backups/nightly run.bin";
    private const string LocalName = "copy.bin";
    private const int Length = (3 * 1024 * 1024) + 77;

    internal async Task<CellResult> RunAsync(CancellationToken cancellationToken)
    {
        var content = GeneratedStream.Bytes(0, Length);
        await using var service = await StressService.StartAsync(cell.DriveType, cancellationToken);
        using var directory = new TemporaryDirectory();
        service.Drive.WithFile(RemotePath, content);
        var faults = MatrixFaults.Of(cell.Fault, cell.Place, Length);
        foreach (var fault in faults)
            service.Emulator.Faults.Add(fault);

        var (outcome, details) = await DownloadAsync(service, directory, cancellationToken);
        List<string> problems = [];
        if (!service.HasStruck(faults))
            problems.Add("the fault did not strike");
        if (outcome != Outcome.Ok)
            problems.AddRange(await ResumeAsync(service, directory, cancellationToken));

        if (directory.Files is not [LocalName])
            problems.Add($"the folder holds: {string.Join(", ", directory.Files)}");
        else if (!(await File.ReadAllBytesAsync(directory[LocalName], cancellationToken)).AsSpan().SequenceEqual(content))
            problems.Add("other bytes arrived");
        problems.AddRange(TrafficOracle.FindTokens(service.Emulator));
        return new CellResult(
            cell.Expected, problems.Count == 0 ? outcome : "WRONG", $"{cell}: {string.Join("; ", problems)}. {outcome}: {details}");
    }

    private static async Task<(string Outcome, string Details)> DownloadAsync(
        StressService service, TemporaryDirectory directory, CancellationToken cancellationToken)
    {
        try
        {
            var result = await service.Client.Content.DownloadFileAsync(
                DriveAddress.Me.Path($"/{RemotePath}"), directory[LocalName], cancellationToken: cancellationToken);
            return result.Integrity is ContentIntegrity.Verified
                ? (Outcome.Ok, "")
                : ("WRONG", $"the content is {result.Integrity}");
        }
        catch (OneDriveException exception)
        {
            return (Outcome.Of(exception), exception.ToString());
        }
    }

    private async Task<IReadOnlyList<string>> ResumeAsync(
        StressService service, TemporaryDirectory directory, CancellationToken cancellationToken)
    {
        if (File.Exists(directory[LocalName]))
            return ["there is a file although the download failed"];
        service.Emulator.Faults.Clear();
        service.Emulator.Traffic.Clear();

        var (outcome, details) = await DownloadAsync(service, directory, cancellationToken);
        if (outcome != Outcome.Ok)
            return [$"it cannot be resumed: {details}"];
        var fetched = service.Emulator.Traffic.Of(EmulatorOperation.Download).Sum(entry => entry.ResponseBodyLength);
        return fetched == Length - MatrixFaults.PositionOf(cell.Place, Length) ? [] : [$"{fetched} bytes were fetched to resume it"];
    }
}
