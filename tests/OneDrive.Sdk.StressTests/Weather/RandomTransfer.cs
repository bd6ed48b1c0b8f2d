using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Service;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.Weather;

/// <summary>Uploads and downloads one file in bad weather, and lets the oracle look at what came of it.</summary>
internal sealed class RandomTransfer(int number, TransferPlan plan)
{
    private const string Folder = "Backups";
    private const string Name = "nightly run.bin";

    private readonly byte[] _content = GeneratedStream.Bytes(0, plan.Length);
    private readonly byte[] _other = GeneratedStream.Bytes(4711, 999);

    internal async Task<TransferOutcome> RunAsync(CancellationToken cancellationToken)
    {
        await using var service = await StressService.StartAsync(plan.DriveType, cancellationToken, plan.Seed);
        if (plan.IsTaken)
            service.Drive.WithFile($"{Folder}/{Name}", _other);
        foreach (var fault in plan.Faults)
            service.Emulator.Faults.Add(fault);

        List<string> problems = [];
        Exception? error = null;
        try
        {
            var result = await UploadAsync(service, cancellationToken);
            problems.AddRange((await OracleOf(service).FindProblemsAsync(cancellationToken)).Select(problem => $"upload: {problem}"));
            if (!await DownloadAsync(service, result.Item.Address, cancellationToken))
                problems.Add("download: other bytes arrived");
        }
        catch (OneDriveException exception)
        {
            error = exception;
            problems.AddRange(await FindDamageAsync(service, cancellationToken));
        }

        problems.AddRange(TrafficOracle.FindTokens(service.Emulator));
        var faults = service.Emulator.Traffic.Where(entry => entry.Fault is not null).ToList();
        return new TransferOutcome(number, plan, faults.Count, IsRecoverable(faults), error, problems);
    }

    private bool IsTakenAndRefused => plan is { IsTaken: true, Conflict: ConflictBehavior.Fail };

    /// <summary>A name that is taken stays taken, and a stream that cannot go back does not survive the loss of its session.</summary>
    private bool IsRecoverable(List<TrafficEntry> faults) =>
        !IsTakenAndRefused && !faults.Exists(RandomFaults.IsFinal) && (plan.CanSeek || !faults.Exists(RandomFaults.EndsSession));

    private Task<UploadResult> UploadAsync(StressService service, CancellationToken cancellationToken) =>
        service.Client.Content.UploadAsync(
            DriveAddress.Me.Path($"/{Folder}/{Name}"),
            new GeneratedStream(plan.Length) { IsSeekable = plan.CanSeek, LongestRead = 50_000 },
            new UploadOptions
            {
                Conflict = plan.Conflict,
                ContentLength = plan.CanSeek ? null : plan.Length,
                ResumeKey = plan.HasResumeKey ? "random" : null,
                SourceFingerprint = plan.HasResumeKey ? "generated" : null,
            },
            cancellationToken);

    private async Task<bool> DownloadAsync(StressService service, ItemAddress source, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await using Stream sink = plan.CanSeek ? memory : new ForwardOnlyStream(memory);
        await service.Client.Content.DownloadAsync(source, sink, cancellationToken: cancellationToken);
        return memory.ToArray().AsSpan().SequenceEqual(_content);
    }

    private UploadOracle OracleOf(StressService service) => new(service)
    {
        Folder = Folder,
        Name = Name,
        Content = _content,
        Taken = plan.IsTaken ? _other : null,
        Conflict = plan.Conflict,
        SessionsLeft = int.MaxValue,
        MayHaveMoreVersions = plan.Conflict is ConflictBehavior.Replace,
    };

    /// <summary>After an error the file may be there or not, but never in part, twice, or with other bytes.</summary>
    private async Task<IReadOnlyList<string>> FindDamageAsync(StressService service, CancellationToken cancellationToken)
    {
        List<string> problems = [];
        var ours = 0;
        foreach (var file in service.Drive.ListItems().Where(item => !item.IsFolder))
        {
            var content = await service.Drive.ReadContentAsync(file.Path, cancellationToken);
            if (content.AsSpan().SequenceEqual(_content))
                ours++;
            else if (!plan.IsTaken || !content.AsSpan().SequenceEqual(_other))
                problems.Add($"after the error '{file.Path}' has {content.Length} bytes of neither file");
        }

        if (ours > 1)
            problems.Add($"after the error the content is there {ours} times");
        return problems;
    }
}
