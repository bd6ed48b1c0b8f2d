using System.Diagnostics;
using System.Security.Cryptography;
using OneDrive.Sdk;
using Spectre.Console;

namespace ResilienceDemo;

/// <summary>Downloads every file and compares it with its source, byte for byte by SHA-256.</summary>
internal sealed class DownloadStep(Service service, IReadOnlyList<SourceFile> files, DirectoryInfo target, Summary summary)
{
    internal async Task RunAsync(ProgressContext progress, CancellationToken cancellationToken)
    {
        var bar = progress.AddTask("Download", maxValue: Math.Max(1, files.Sum(file => file.Length)));
        var watch = Stopwatch.StartNew();
        long before = 0;
        foreach (var file in files)
        {
            var path = Path.Combine(target.FullName, file.RelativePath);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var start = before;
            await service.Client.Content.DownloadFileAsync(
                service.Remote.AddressOf(file),
                path,
                new DownloadOptions
                {
                    Overwrite = true,
                    Progress = new InlineProgress(value => bar.Value = start + value.BytesTransferred),
                },
                cancellationToken);
            before += file.Length;
            bar.Value = before;
        }

        bar.Value = bar.MaxValue;
        summary.DownloadTime = watch.Elapsed;
        foreach (var file in files)
        {
            await CompareAsync(file, Path.Combine(target.FullName, file.RelativePath), cancellationToken);
        }
    }

    private async Task CompareAsync(SourceFile file, string path, CancellationToken cancellationToken)
    {
        if (await HashAsync(file.LocalPath, cancellationToken) == await HashAsync(path, cancellationToken))
        {
            summary.Matches++;
        }
        else
        {
            summary.Failed($"{file.RelativePath}: the downloaded bytes differ from the source");
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
