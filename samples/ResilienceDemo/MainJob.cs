using System.Globalization;
using Spectre.Console;

namespace ResilienceDemo;

/// <summary>Upload through a bad day, list, download, compare, and say what happened.</summary>
internal static class MainJob
{
    internal static async Task<int> RunAsync(
        IReadOnlyList<string> paths, DirectoryInfo? output, FileInfo? traffic, CancellationToken cancellationToken)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Capabilities.Ansi = false;
            AnsiConsole.Profile.Width = 160;
        }

        var temporary = Directory.CreateTempSubdirectory("hello-onedrive-");
        try
        {
            var files = SourceFiles.Find(paths, temporary);
            var summary = new Summary(files);
            await using var service = await Service.OpenAsync(files[0].Length, temporary, summary.Retried, cancellationToken);
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{service.Description}");
            AnsiConsole.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"{files.Count} file(s), {Sizes.Text(files.Sum(file => file.Length))}, to /{service.Remote.Root}");

            await AnsiConsole.Progress()
                .Columns(
                    new TaskDescriptionColumn(),
                    new ProgressBarColumn(),
                    new PercentageColumn(),
                    new DownloadedColumn(),
                    new TransferSpeedColumn())
                .StartAsync(async progress =>
                {
                    await new UploadStep(service, files, temporary, summary).RunAsync(progress, cancellationToken);
                    await ListingStep.RunAsync(service, files, summary, cancellationToken);
                    await new DownloadStep(
                        service,
                        files,
                        output ?? temporary.CreateSubdirectory("downloaded"),
                        summary).RunAsync(progress, cancellationToken);
                });
            await service.WriteTrafficAsync(traffic, cancellationToken);
            summary.Print(output, service);
            return summary.IsComplete ? 0 : 1;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
