using System.Diagnostics;
using ResilienceDemo;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.LiveTests;

/// <summary>A process that uploads a file and is killed after its first acknowledged fragments.</summary>
internal static class KilledUpload
{
    internal const string ResumeKey = "live/killed";
    private const string Acknowledged = "acknowledged";

    /// <summary>The child: uploads and writes a line with each acknowledged fragment.</summary>
    internal static async Task<int> RunAsync(string file, string remotePath, string state)
    {
        var settings = ServiceSettings.FromEnvironment() ?? throw new UsageException("The child process got no settings.");
        var tokens = settings.CreateTokenProvider(NullLoggerFactory.Instance);
        using var client = new OneDriveClient(
            tokens, settings.CreateOptions(NullLoggerFactory.Instance, LiveFiles.FragmentSize, new FileUploadSessionStore(state)));
        await client.Content.UploadFileAsync(
            DriveAddress.Default.Path(remotePath), file, new UploadOptions { ResumeKey = ResumeKey, Progress = new Lines() });
        return 0;
    }

    /// <summary>The parent: starts the child and kills it once three fragments are acknowledged.</summary>
    internal static async Task StartAndKillAsync(CheckContext context, string file, string remotePath, string state)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledUpload).Assembly.Location);
        }

        foreach (var word in new[] { "upload", file, remotePath, state })
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in context.Target.Settings.ToEnvironment())
        {
            start.Environment[name] = value;
        }

        using var child = Process.Start(start)!;
        for (var lines = 0; lines < 3; lines++)
        {
            var line = await child.StandardOutput.ReadLineAsync(context.Cancellation);
            CheckContext.Require(line == Acknowledged, "The child process ended before it was killed.");
        }

        child.Kill();
        await child.WaitForExitAsync(context.Cancellation);
    }

    private sealed class Lines : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value)
        {
            if (value.BytesTransferred > 0)
            {
                Console.WriteLine(Acknowledged);
                Console.Out.Flush();
            }
        }
    }
}
