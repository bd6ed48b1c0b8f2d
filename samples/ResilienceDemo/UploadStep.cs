using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ResilienceDemo;

/// <summary>Lets a worker process upload the files, kills it once in the middle of the largest one, and lets a second one go on.</summary>
internal sealed class UploadStep(Service service, IReadOnlyList<SourceFile> files, DirectoryInfo temporary, Summary summary)
{
    private readonly HashSet<int> _done = [];
    private readonly long[] _acknowledged = new long[files.Count];
    private bool _mayKill = service.KillAfterBytes is not null;

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
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var killing = _mayKill ? KillInSilenceAsync(worker, watching.Token) : Task.FromResult(false);
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
                    worker.Kill();
                    wasKilled = true;
                }
            }

            await watching.CancelAsync();
            wasKilled |= await killing;
            if (wasKilled)
            {
                Killed();
            }

            await worker.EndAsync(jobs, wasKilled, cancellationToken);
        }
        catch
        {
            worker.Kill();
            throw;
        }
    }

    private async Task<bool> KillInSilenceAsync(WorkerProcess worker, CancellationToken cancellationToken)
    {
        try
        {
            await service.WaitUntilSilentAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        worker.Kill();
        return true;
    }

    private void Killed()
    {
        _mayKill = false;
        summary.KilledAt = _acknowledged[0];
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"Killed the uploading process (SIGKILL) at {Sizes.Text(_acknowledged[0])}; a new one goes on.");
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
