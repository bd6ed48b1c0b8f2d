using System.Globalization;
using OneDrive.Sdk;
using Spectre.Console;

namespace ResilienceDemo;

/// <summary>What happened, for a stranger.</summary>
internal sealed class Summary(IReadOnlyList<SourceFile> files)
{
    private readonly SortedDictionary<string, int> _retries = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];
    private readonly List<long> _resumed = [];
    private readonly Dictionary<string, int> _integrity = new(StringComparer.Ordinal);

    internal long Fragments { get; set; }

    internal long? KilledAt { get; set; }

    internal int Matches { get; set; }

    internal TimeSpan UploadTime { get; set; }

    internal TimeSpan DownloadTime { get; set; }

    internal bool IsComplete => _failures.Count == 0 && Matches == files.Count;

    internal void Retried(string cause) => _retries[cause] = _retries.GetValueOrDefault(cause) + 1;

    internal void Failed(string what) => _failures.Add(what);

    internal void Uploaded(WorkerReport report)
    {
        if (report.ResumedFrom is { } position)
        {
            _resumed.Add(position);
        }

        var integrity = report.Integrity ?? nameof(ContentIntegrity.NotChecked);
        _integrity[integrity] = _integrity.GetValueOrDefault(integrity) + 1;
    }

    internal void Print(DirectoryInfo? output, Service service)
    {
        var bytes = files.Sum(file => file.Length);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Row(grid, "Files", $"{files.Count}, {bytes:N0} bytes ({Sizes.Text(bytes)})");
        Row(grid, "Upload", $"{Fragments} fragments acknowledged, {Sizes.Speed(bytes, UploadTime)} with all waits");
        Row(grid, "Download", Sizes.Speed(bytes, DownloadTime) + " with all waits");
        Row(grid, "Repeated", _retries.Count == 0 ? "nothing" : string.Join(", ", _retries.Select(pair => $"{pair.Value} × {pair.Key}")));
        Row(grid, "Killed", KilledAt is { } at ? $"once, after {at:N0} bytes were acknowledged" : "not at all: no file is long enough");
        Row(grid, "Resumed", _resumed.Count == 0 ? "nothing" : string.Join(", ", _resumed.Select(position => $"from byte {position:N0}")));
        Row(grid, "Service's hash", string.Join(", ", _integrity.Select(pair => $"{pair.Value} × {pair.Key}")));
        Row(grid, "SHA-256", $"{Matches} of {files.Count} downloaded files equal their source");
        Row(grid, "Kept", output?.FullName ?? "nothing on this machine (use --out)");
        if (!service.IsEmulator)
        {
            Row(grid, "Remote folder", $"/{service.Remote.Root} stays on the drive");
        }

        AnsiConsole.Write(grid);
        foreach (var failure in _failures)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]FAILED[/] {failure}");
        }

        AnsiConsole.MarkupLine(IsComplete ? "[green]Every byte was verified.[/]" : "[red]Not every byte was verified.[/]");
    }

    private static void Row(Grid grid, string name, string text) => grid.AddRow(new Text(name), new Text(text));
}
