using System.CommandLine;
using OneDrive.Sdk.Fleet.Hosting;
using OneDrive.Sdk.Fleet.Planning;
using OneDrive.Sdk.Fleet.Work;

namespace OneDrive.Sdk.Fleet;

/// <summary>The commands.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    private static readonly Option<string?> Database = new("--database")
    {
        Description = "The connection string of PostgreSQL; also FLEET_DATABASE. Every worker uses the same.",
    };

    private static readonly Option<string?> Service = new("--emulator-url")
    {
        Description = "An emulator at this address, in place of the service; also ONEDRIVE_EMULATOR.",
    };

    internal static Task<int> InvokeAsync(IReadOnlyList<string> arguments) => Create().Parse(arguments).InvokeAsync(
        new InvocationConfiguration { ProcessTerminationTimeout = Farewell, EnableDefaultExceptionHandler = false });

    internal static RootCommand Create() => new("""
        Copies folder trees to drives with any number of worker processes that share a PostgreSQL.

        Try it without an account and without a server: fleet demo

        The service and the application are named by the environment variables of the README.
        Exit codes: 0 done; 1 something failed or differs; 2 the command cannot run.
        """)
    {
        Plan(), Work(), Status(), RetryFailed(), Verify(), Dashboard(), SignIn(), Demo(),
    };

    private static Command Plan()
    {
        var source = new Argument<DirectoryInfo>("folder") { Description = "The local folder, with the same path on every worker." };
        var drive = new Option<string>("--drive")
        {
            Description = "The drive: /users/…, /groups/…, /drives/… or /sites/….",
            DefaultValueFactory = _ => FleetSettings.DefaultDrive,
        };
        var folder = new Option<string>("--to") { Description = "The folder of the drive.", DefaultValueFactory = _ => "/" };
        var replace = new Option<bool>("--replace")
        {
            Description = "Replace other files with the same name, also those of an earlier plan; by default they are kept.",
        };
        var batch = new Option<int>("--batch-files")
        {
            Description = "The largest number of files of a job.",
            DefaultValueFactory = _ => Planner.DefaultFilesPerBatch,
        };
        var command = new Command("plan", "Lists a folder, and enqueues what is not planned yet.")
        {
            source, drive, folder, replace, batch, Database, Service,
        };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(() => Commands.PlanAsync(
            Settings(parsed), parsed.GetRequiredValue(source).FullName, parsed.GetRequiredValue(drive), parsed.GetRequiredValue(folder),
            parsed.GetValue(replace), parsed.GetValue(batch), cancellationToken)));
        return command;
    }

    private static Command Work()
    {
        var batches = Batches();
        var files = Files();
        var untilDone = new Option<bool>("--until-done") { Description = "End when nothing waits any more." };
        var dashboard = new Option<int?>("--dashboard") { Description = "Also serve the dashboard at this port of this machine." };
        var command = new Command("work", "Transfers batches until it is stopped.")
        {
            batches, files, untilDone, dashboard, Database, Service,
        };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(() => Commands.WorkAsync(
            Settings(parsed), new WorkerOptions(parsed.GetValue(batches), parsed.GetValue(files)), parsed.GetValue(untilDone),
            parsed.GetValue(dashboard), cancellationToken)));
        return command;
    }

    private static Command Status()
    {
        var watch = new Option<bool>("--watch") { Description = "Repeat every two seconds." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var failures = new Option<bool>("--failures") { Description = "List each failed file." };
        var command = new Command("status", "Shows progress, rate, time left, failures by cause, and the limits of the service.")
        {
            watch, json, failures, Database, Service,
        };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(() => Commands.StatusAsync(
            Settings(parsed), parsed.GetValue(watch), parsed.GetValue(json), parsed.GetValue(failures), cancellationToken)));
        return command;
    }

    private static Command RetryFailed()
    {
        var cause = new Option<string?>("--cause") { Description = "Only failures of this kind, as status shows them." };
        var command = new Command("retry", "Enqueues failed files again.") { cause, Database, Service };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            () => Commands.RetryAsync(Settings(parsed), parsed.GetValue(cause), cancellationToken)));
        return command;
    }

    private static Command Verify()
    {
        var command = new Command("verify", "Compares the hash of every file with the drive.") { Database, Service };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(() => Commands.VerifyAsync(Settings(parsed), cancellationToken)));
        return command;
    }

    private static Command Dashboard()
    {
        var port = new Option<int>("--port") { Description = "The port, on this machine only.", DefaultValueFactory = _ => 5090 };
        var command = new Command("dashboard", "Serves the dashboard of the queue: http://127.0.0.1:5090/") { port, Database, Service };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            () => Commands.DashboardAsync(Settings(parsed), parsed.GetValue(port), cancellationToken)));
        return command;
    }

    private static Command SignIn()
    {
        var command = new Command(
            "sign-in", "Signs a user in with a device code, for all workers. Without ONEDRIVE_CLIENT_SECRET and ONEDRIVE_CERTIFICATE_PATH.")
        {
            Database, Service,
        };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(() => Commands.SignInAsync(Settings(parsed), cancellationToken)));
        return command;
    }

    private static Command Demo()
    {
        var source = new Argument<DirectoryInfo?>("folder")
        {
            Description = "The folder to copy; without one, 500 generated files.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var batches = Batches();
        var files = Files();
        var dashboard = new Option<int?>("--dashboard") { Description = "Serve the dashboard at this port of this machine." };
        var stay = new Option<bool>("--stay") { Description = "Keep running after the last file, for the dashboard." };
        var command = new Command(
            "demo", "Plans, transfers and verifies in one process, against an emulator that limits its clients. Needs no server.")
        {
            source, batches, files, dashboard, stay, Database,
        };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(() => DemoRun.RunAsync(
            parsed.GetValue(source)?.FullName, parsed.GetValue(Database),
            new WorkerOptions(parsed.GetValue(batches), parsed.GetValue(files)), parsed.GetValue(dashboard),
            parsed.GetValue(stay), cancellationToken)));
        return command;
    }

    private static Option<int> Batches() => new("--batches") { Description = "Batches at a time.", DefaultValueFactory = _ => 2 };

    private static Option<int> Files() => new("--files") { Description = "Files of a batch at a time.", DefaultValueFactory = _ => 4 };

    private static FleetSettings Settings(ParseResult parsed) => new()
    {
        Database = parsed.GetValue(Database) ?? FleetSettings.Read("FLEET_DATABASE") ?? throw new FleetException(
            "The database is missing. Use --database \"Host=…;Database=…;Username=…\" or FLEET_DATABASE; 'fleet demo' needs none."),
        Service = (parsed.GetValue(Service) ?? FleetSettings.Read("ONEDRIVE_EMULATOR")) is { } url ? new Uri(url) : null,
        Key = FleetKey.Load(),
    };
}
