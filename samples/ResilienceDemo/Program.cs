using System.CommandLine;
using ResilienceDemo;

var paths = new Argument<string[]>("paths")
{
    Description = "Files and folders to upload. Without any, one file of 64 MiB of random bytes.",
    Arity = ArgumentArity.ZeroOrMore,
};
var output = new Option<DirectoryInfo?>("--out") { Description = "Keep the downloaded tree in this folder." };
var traffic = new Option<FileInfo?>("--traffic") { Description = "Write the emulator's recording to this file, one JSON object a line." };
var root = new RootCommand(
    "Uploads files to OneDrive through a bad day (throttling, broken connections, a killed process), downloads them again and compares "
    + "every byte. "
    + "Uses an emulator on this machine unless ONEDRIVE_TENANT_ID is set.")
{
    paths, output, traffic,
};
root.SetAction((result, cancellationToken) => Guard.RunAsync(
    () => MainJob.RunAsync(result.GetValue(paths) ?? [], result.GetValue(output), result.GetValue(traffic), cancellationToken)));

var state = new Option<DirectoryInfo>("--state") { Description = "Where upload sessions are remembered.", Required = true };
var worker = new Command(
    "worker", "Uploads the files named on standard input (one JSON object a line) and reports on standard output.") { state };
worker.SetAction((result, cancellationToken) => Guard.RunAsync(() => Worker.RunAsync(result.GetRequiredValue(state), cancellationToken)));
root.Subcommands.Add(worker);

return await root.Parse(args).InvokeAsync();
