using System.Diagnostics;
using OneDrive.Sdk.Cli;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ProgramTests.Support;

/// <summary>The program against an emulator, with a state folder of its own.</summary>
internal sealed class CliScenario : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private CliScenario(OneDriveEmulator emulator) => Emulator = emulator;

    internal OneDriveEmulator Emulator { get; }

    internal EmulatorDrive Drive => Emulator.DefaultUser.Drive;

    internal string this[string name] => _directory[name];

    internal static async Task<CliScenario> StartAsync(Action<EmulatorOptions>? configure = null) =>
        new(await OneDriveEmulator.StartAsync(configure));

    internal async Task<CliRun> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.InvokeAsync([.. arguments, .. Where], output, error);
        return new CliRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The program as a process of its own.</summary>
    internal Process Start(params string[] arguments) => ProgramProcess.Start("OneDrive.Sdk.Cli.dll", arguments.Concat(Where));

    internal string Write(string path, string content)
    {
        var full = _directory[path];
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return full;
    }

    internal int CountUploads() => Emulator.Traffic.Of(EmulatorOperation.PutContent).Count
        + Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Count;

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _directory.Dispose();
    }

    private string[] Where => ["--emulator-url", Emulator.Endpoint.AbsoluteUri, "--emulator-data", _directory["state"]];
}
