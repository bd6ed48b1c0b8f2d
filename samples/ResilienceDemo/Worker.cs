using System.Text.Json;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk;

namespace ResilienceDemo;

/// <summary>
/// The process that uploads, and that may be killed at any time: upload sessions are kept in files, and each file has a resume key, so the
/// next process goes on where this one stopped.
/// </summary>
internal static class Worker
{
    internal static async Task<int> RunAsync(DirectoryInfo state, CancellationToken cancellationToken)
    {
        var settings = ServiceSettings.FromEnvironment()
            ?? throw new UsageException("The worker needs the settings of the service in its environment.");
        using var causes = new RetryCauses(cause => Report(new WorkerReport(WorkerReport.Retry, Cause: cause)));
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(causes));
        var tokens = settings.CreateTokenProvider(logging);
        using var ownedTokens = tokens as IDisposable;
        using var client = new OneDriveClient(
            tokens, settings.CreateOptions(logging, Transfer.FragmentSize, new FileUploadSessionStore(state.FullName)));

        while (await Console.In.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var job = JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerJob)!;
            var result = await client.Content.UploadFileAsync(
                DriveAddress.Default.Path(job.RemotePath),
                job.LocalPath,
                new UploadOptions
                {
                    Conflict = ConflictBehavior.Replace,
                    ResumeKey = job.ResumeKey,
                    Progress = new InlineProgress(
                        value => Report(new WorkerReport(WorkerReport.Progress, job.Index, value.BytesTransferred))),
                },
                cancellationToken);
            Report(new WorkerReport(WorkerReport.Done, job.Index, result.Item.Size ?? 0, result.ResumedFrom, result.Integrity.ToString()));
        }

        return 0;
    }

    private static void Report(WorkerReport report)
    {
        var line = JsonSerializer.Serialize(report, WorkerJson.Default.WorkerReport);
        lock (WorkerJson.Default)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
