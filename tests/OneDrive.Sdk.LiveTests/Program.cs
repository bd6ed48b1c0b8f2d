using ResilienceDemo;
using OneDrive.Sdk.LiveTests;

// OneDrive.Sdk.LiveTests                 the checks on the real service that the environment names, and on an emulator beside it
// OneDrive.Sdk.LiveTests --emulator      the checks on an emulator alone
// OneDrive.Sdk.LiveTests upload …        the process that a check kills (started by this program)
return await Guard.RunAsync(() => args switch
{
    ["upload", var file, var remotePath, var state] => KilledUpload.RunAsync(file, remotePath, state),
    [] => LiveRun.RunAsync(emulatorOnly: false, Console.Out),
    ["--emulator"] => LiveRun.RunAsync(emulatorOnly: true, Console.Out),
    _ => throw new UsageException("Usage: OneDrive.Sdk.LiveTests [--emulator]"),
});
