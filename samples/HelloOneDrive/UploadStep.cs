using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace HelloOneDrive;

/// <summary>Lets a worker process upload the files, kills it once in the middle of the largest one, and lets a second one go on.</summary>
internal sealed class UploadStep(Service service, IReadOnlyList<SourceFile> files, DirectoryInfo temporary, Summary summary)
{
    private readonly HashSet<int> _done = [];
    private readonly long[] _acknowledged = new long[files.Count];
    private bool _mayKill = service.KillAfterBytes > 0;

    internal async Task RunAsync(ProgressContext progress, CancellationToken cancellationToken)
    {
        var bar = progress.AddTask("Upload", maxValue: Math.Max(1, files.Sum(file => file.Length)));
        var watch = Stopwatch.StartNew();
        do
        {
            await RunWorkerAsync(bar, cancellationToken);
        }
        while (_done.Count < files.Count);

        bar.Value = bar.MaxValue;
        summary.UploadTime = watch.Elapsed;
    }

    private async Task RunWorkerAsync(ProgressTask bar, CancellationToken cancellationToken)
    {
        using var worker = WorkerProcess.Start(service.Settings, temporary);
        var wasKilled = false;
        try
        {
            var jobs = worker.SendJobsAsync(Jobs(), cancellationToken);
            while (await worker.ReadReportAsync(cancellationToken) is { } report)
            {
                Take(report);
                bar.Value = _acknowledged.Sum();
                if (_mayKill && report.Kind is WorkerReport.Progress && report.Index == 0 && report.Bytes >= service.KillAfterBytes)
                {
                    _mayKill = false;
                    wasKilled = true;
                    await service.WaitUntilSilentAsync(cancellationToken);
                    worker.Kill();
                    summary.KilledAt = report.Bytes;
                    AnsiConsole.MarkupLineInterpolated(
                        CultureInfo.InvariantCulture,
                        $"Killed the uploading process (SIGKILL) at {Sizes.Text(report.Bytes)}; a new one goes on.");
                }
            }

            await worker.EndAsync(jobs, wasKilled, cancellationToken);
        }
        catch
        {
            worker.Kill();
            throw;
        }
    }

    private IEnumerable<WorkerJob> Jobs() => files
        .Select((file, index) => new WorkerJob(index, file.LocalPath, service.Remote.PathOf(file), $"{service.Remote.Root}#{index}"))
        .Where(job => !_done.Contains(job.Index));

    private void Take(WorkerReport report)
    {
        switch (report.Kind)
        {
            case WorkerReport.Progress:
                if (report.Bytes > _acknowledged[report.Index])
                {
                    summary.Fragments++;
                    _acknowledged[report.Index] = report.Bytes;
                }

                break;
            case WorkerReport.Done:
                _done.Add(report.Index);
                _acknowledged[report.Index] = files[report.Index].Length;
                summary.Uploaded(report);
                break;
            case WorkerReport.Retry:
                summary.Retried(report.Cause ?? "unknown");
                break;
        }
    }
}
