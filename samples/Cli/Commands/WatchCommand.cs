using System.CommandLine;
using OneDrive.Sdk.Models;
using Spectre.Console;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Tells what changes on the drive.</summary>
internal static class WatchCommand
{
    internal static Command Create(Globals globals)
    {
        var path = Arguments.OptionalPath();
        var interval = new Option<double>("--interval")
        {
            Description = "How often to ask, in seconds. The service throttles those who ask too often.",
            HelpName = "seconds",
            DefaultValueFactory = _ => 30,
        };
        var state = new Option<string?>("--state")
        {
            Description = "Keep the place in this file, and begin there next time, so that no change is missed.",
            HelpName = "file",
        };
        var once = Arguments.Flag("--once", "Ask once and end. Without a place in --state nothing has changed yet.");
        return new Verb(globals, "watch", "Show what changes on the drive, until Ctrl+C.", path, interval, state, once).Run(
            (session, parsed, token) => RunAsync(
                session,
                parsed.GetValue(path)!,
                TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(interval), 0.1, 86400)),
                parsed.GetValue(state),
                parsed.GetValue(once),
                token));
    }

    private static async Task<int> RunAsync(
        Session session, string path, TimeSpan interval, string? state, bool once, CancellationToken cancellationToken)
    {
        session.HowToResume = state is null
            ? "With --state FILE the next run tells what changed meanwhile."
            : $"The place is kept in '{state}': the next run goes on there.";
        var connection = await session.ConnectAsync(cancellationToken);
        var folder = connection.Address(path);
        var changes = connection.Client.Changes;
        DeltaCheckpoint since;
        if (state is not null && File.Exists(state))
        {
            since = new DeltaCheckpoint((await File.ReadAllTextAsync(state, cancellationToken)).Trim());
        }
        else
        {
            since = await changes.GetLatestCheckpointAsync(folder, cancellationToken: cancellationToken);
            await SaveAsync(state, since);
        }

        session.Screen.Note($"Watching {RemotePath.Show(path)}{(once ? "" : ", Ctrl+C ends it")}");
        while (true)
        {
            try
            {
                await foreach (var page in changes.ReadAsync(folder, since, cancellationToken: cancellationToken))
                {
                    foreach (var item in page.Items.Where(item => item.Root is null))
                        Tell(session, item);
                    since = page.Checkpoint;
                    await SaveAsync(state, since);
                }
            }
            catch (ResyncRequiredException)
            {
                session.Screen.Warn(
                    "The service no longer knows what changed since then. Watching from now on; list the folder to see it all.");
                since = await changes.GetLatestCheckpointAsync(folder, cancellationToken: cancellationToken);
                await SaveAsync(state, since);
            }
            catch (OneDriveException exception) when (exception.IsTransient && !once)
            {
                session.Screen.Warn($"{Runner.Describe(exception)} Asking again in {interval.TotalSeconds:0.#} s.");
            }

            if (once)
                return ExitCode.Success;
            await Task.Delay(interval, session.Time, cancellationToken);
        }
    }

    private static void Tell(Session session, DriveItem item)
    {
        var kind = item.Deleted is not null ? "deleted" : IsNew(item) ? "new" : "changed";
        if (session.Screen.IsJson)
        {
            var json = ItemJson.Of(item);
            json["change"] = kind;
            json["parentId"] = item.ParentReference?.Id;
            session.Screen.JsonLine(json);
            return;
        }

        var time = Format.Time(session.Time.GetUtcNow());
        var size = Format.KindOf(item) is "file" && item.Deleted is null ? $"  {Format.Size(item.Size)}" : "";
        session.Screen.Line(
            $"{time}  {kind,-8} {SafeText.Of(item.Name ?? item.Id)}{(Format.KindOf(item) is "folder" ? "/" : "")}{size}",
            new Style(kind switch { "deleted" => Color.Red, "new" => Color.Green, _ => Color.Yellow }));
    }

    private static bool IsNew(DriveItem item) =>
        item.CreatedDateTime is { } created && item.LastModifiedDateTime is { } modified && modified - created < TimeSpan.FromSeconds(2);

    private static async Task SaveAsync(string? state, DeltaCheckpoint checkpoint)
    {
        if (state is null)
            return;
        await File.WriteAllTextAsync(state + ".new", checkpoint.Value);
        File.Move(state + ".new", state, overwrite: true);
    }
}
