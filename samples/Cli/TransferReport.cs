using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Cli;

/// <summary>
/// Tells of each file as it is done: failures on the screen, everything in the report file, a line each. Nothing is kept in memory, so that
/// there may be any number of failures.
/// </summary>
internal sealed class TransferReport : IProgress<FolderTransferItem>, IAsyncDisposable
{
    private const int MostOnScreen = 20;

    private readonly Screen _screen;
    private readonly TransferSettings _settings;
    private readonly StreamWriter? _file;
    private long _failures;

    internal TransferReport(Screen screen, TransferSettings settings, SyncMemory? memory = null)
    {
        (_screen, _settings, Memory) = (screen, settings, memory);
        if (settings.Report is { } path)
            _file = new StreamWriter(path);
    }

    internal SyncMemory? Memory { get; }

    public void Report(FolderTransferItem value)
    {
        if (!_settings.DryRun)
            Memory?.Learn(value, path => Memory.IsUp || !_settings.MapNames ? path : Cleaner.Map(path, ItemNames.ToLocal));
        if (_file is not null)
            _file.WriteLine(Line(value).ToJsonString());
        if (value.Outcome is FolderTransferOutcome.Failed && ++_failures <= MostOnScreen && !_screen.IsJson)
            _screen.Warn($"{value.RelativePath}: {Runner.Describe(value.Error!)}");
        else if (_settings.DryRun && value.Outcome is FolderTransferOutcome.Transferred && !_screen.IsJson)
            _screen.Line($"would transfer {SafeText.Of(value.RelativePath)}{(value.IsFolder ? "/" : $" ({Format.Size(value.Length)})")}");
        if (_screen.IsJson && value.Outcome is not FolderTransferOutcome.Unchanged)
            _screen.JsonLine(Line(value));
    }

    /// <summary>Sums up, and gives the exit code.</summary>
    internal int Finish(FolderTransferResult result, string done, long deleted = 0)
    {
        if (_screen.IsJson)
        {
            _screen.JsonLine(new JsonObject
            {
                ["summary"] = true,
                ["dryRun"] = _settings.DryRun,
                ["filesTransferred"] = result.FilesTransferred,
                ["filesUnchanged"] = result.FilesUnchanged,
                ["foldersCreated"] = result.FoldersCreated,
                ["bytesTransferred"] = result.BytesTransferred,
                ["skipped"] = result.Skipped,
                ["failed"] = result.Failed,
                ["deleted"] = deleted,
                ["endedBy"] = result.EndedBy?.Message,
            });
        }

        if (_failures > MostOnScreen)
            _screen.Note($"… and {_failures - MostOnScreen} more failures{(_file is null ? "; --report FILE lists all" : "")}");
        var verb = _settings.DryRun ? "would be " + done : done;
        _screen.Note(
            $"{Format.Count(result.FilesTransferred, "file")} {verb} ({Format.Size(result.BytesTransferred)}), "
            + $"{result.FilesUnchanged:N0} unchanged, {Format.Count(result.FoldersCreated, "new folder")}, "
            + (deleted > 0 ? $"{deleted:N0} {(_settings.DryRun ? "would be deleted" : "deleted")}, " : "")
            + $"{result.Skipped:N0} skipped, {result.Failed:N0} failed");
        if (result.LockedFolders > 0)
            _screen.Note("A locked Personal Vault was left out.");
        if (result.EndedBy is { } end)
        {
            _screen.Error($"Ended early: {Runner.Describe(end)}", Runner.Explain(end).Hint);
            return Runner.Explain(end).Code;
        }

        return result.IsComplete ? ExitCode.Success : ExitCode.Failed;
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
            await _file.DisposeAsync();
    }

    private static JsonObject Line(FolderTransferItem item)
    {
        var json = new JsonObject
        {
            ["path"] = item.RelativePath,
            ["type"] = item.IsFolder ? "folder" : "file",
            ["outcome"] = item.Outcome.ToString(),
        };
        if (item.Length > 0)
            json["size"] = item.Length;
        if (item.Outcome is FolderTransferOutcome.Skipped)
            json["reason"] = item.SkipReason.ToString();
        if (item.Error is { } error)
            json["error"] = Runner.Describe(error);
        if (!item.IsFolder && item.Outcome is FolderTransferOutcome.Transferred)
            json["integrity"] = item.Integrity.ToString();
        return json;
    }
}
