using System.Diagnostics;
using System.Globalization;

namespace OneDrive.Sdk.StoreTests;

/// <summary>This assembly again, as a process that shares stores with others and may be killed at any moment.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process _process;

    private Worker(Process process) => _process = process;

    internal StreamReader Output => _process.StandardOutput;

    internal StreamWriter Input => _process.StandardInput;

    internal static Worker Start(params object[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(Worker).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(Convert.ToString(argument, CultureInfo.InvariantCulture)!);
        return new Worker(Process.Start(start)!);
    }

    /// <summary>SIGKILL: the process has no chance to save or to give back anything.</summary>
    internal void Kill() => _process.Kill();

    /// <summary>Reads what is left of the output of a process that ended or was killed.</summary>
    internal async Task<List<string>> ReadToEndAsync()
    {
        List<string> lines = [];
        while (await Output.ReadLineAsync() is { } line)
            lines.Add(line);
        await _process.WaitForExitAsync();
        return lines;
    }

    /// <summary>Waits for a process that is not killed.</summary>
    internal async Task<List<string>> EndAsync()
    {
        var errors = _process.StandardError.ReadToEndAsync();
        var lines = await ReadToEndAsync();
        Assert.True(_process.ExitCode == 0, $"Exit code {_process.ExitCode}: {await errors}");
        return lines;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
