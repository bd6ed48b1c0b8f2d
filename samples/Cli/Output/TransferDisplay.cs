using Spectre.Console;

namespace OneDrive.Sdk.Cli;

/// <summary>Shows how far a transfer is: bytes, rate and the time that is left. On terminals only.</summary>
internal static class TransferDisplay
{
    internal static async Task<T> RunAsync<T>(
        Screen screen, string title, long? total, Func<IProgress<TransferProgress>?, Task<T>> work)
    {
        if (!screen.ShowsProgress)
            return await work(null);
        var columns = new ProgressColumn[]
        {
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn { Width = 24 },
            new PercentageColumn(),
            new DownloadedColumn { Base = FileSizeBase.Binary },
            new TransferSpeedColumn { Base = FileSizeBase.Binary },
            new RemainingTimeColumn(),
        };
        return await screen.Side.Progress().AutoClear(true).Columns(columns).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(Short(SafeText.Of(title))), maxValue: Math.Max(1, total ?? 1));
            task.IsIndeterminate = total is null;
            return await work(new Bar(task, total));
        });
    }

    private static string Short(string title) => title.Length > 28 ? string.Concat("…", title.AsSpan(title.Length - 27)) : title;

    private sealed class Bar(ProgressTask task, long? total) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value)
        {
            if (total is null && value.TotalBytes is { } known)
            {
                task.MaxValue = Math.Max(1, known);
                task.IsIndeterminate = false;
            }

            task.Value = Math.Min(value.BytesTransferred, task.MaxValue);
        }
    }
}
