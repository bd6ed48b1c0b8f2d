using System.Diagnostics;
using System.Globalization;

namespace OneDrive.Sdk.FleetProof;

/// <summary>A process of samples/Fleet.</summary>
internal sealed class FleetProgram : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];

    private FleetProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal int Id => _process.Id;

    internal bool HasEnded => _process.HasExited;

    internal int ExitCode => _process.ExitCode;

    internal string Output
    {
        get
        {
            lock (_lines)
                return string.Join(Environment.NewLine, _lines);
        }
    }

    internal static FleetProgram Start(ProofService service, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "OneDrive.Sdk.Fleet.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["FLEET_DATABASE"] = service.Database;
        start.Environment["FLEET_KEY"] = service.Key;
        start.Environment["ONEDRIVE_EMULATOR"] = service.Endpoint.AbsoluteUri;
        start.Environment["DOTNET_gcServer"] = "0";
        return new FleetProgram(Process.Start(start) ?? throw new IOException("The process could not be started."));
    }

    /// <summary>Runs a command to its end.</summary>
    internal static async Task<(int ExitCode, string Output)> RunAsync(
        ProofService service, CancellationToken cancellationToken, params string[] arguments)
    {
        using var program = Start(service, arguments);
        await program.EndAsync(cancellationToken);
        return (program.ExitCode, program.Output);
    }

    /// <summary>Sends SIGKILL.</summary>
    internal void Kill() => _process.Kill();

    /// <summary>Sends SIGTERM, and waits for the end.</summary>
    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(cancellationToken);
        }

        await EndAsync(cancellationToken);
    }

    internal Task EndAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
    }
}
