using System.CommandLine;
using OneDrive.Sdk.Mirror;

var local = new Argument<DirectoryInfo>("local") { Description = "The local folder that becomes a mirror of the drive." };
var folder = new Option<string>("--folder") { Description = "The folder of the drive.", DefaultValueFactory = _ => "/" };
var emulator = new Option<string?>("--emulator-url")
{
    Description = "An emulator at this address, in place of the variables of the README.",
};
var interval = new Option<double?>("--interval") { Description = "Go on for ever, and ask for changes every so many seconds." };
var command = new RootCommand("""
    Keeps a local folder as a mirror of a drive, by what changed since the last run. It may be killed at any time.

    Exit codes: 0 the folder is like the drive; 1 some items could not be mirrored yet, run it again.
    """)
{
    local, folder, emulator, interval,
};
command.SetAction((parsed, cancellationToken) => MirrorProgram.RunAsync(
    parsed.GetValue(local)!,
    parsed.GetValue(folder)!,
    parsed.GetValue(emulator) is { } url ? new Uri(url) : null,
    parsed.GetValue(interval),
    cancellationToken));
return await command.Parse(args).InvokeAsync();
