using System.Diagnostics;
using System.Globalization;

namespace OneDrive.Sdk.StressTests.KilledService;

/// <summary>The emulator as a process of its own, with a data folder.</summary>
internal sealed class ToolProcess : IDisposable
{
    private const string Announcement = "listening on ";

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ToolProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    internal Uri Endpoint { get; private set; } = null!;

    /// <summary>Starts the tool and waits until it listens.</summary>
    /// <exception cref="IOException">The tool ended instead.</exception>
    internal static async Task<ToolProcess> StartAsync(string data, int port, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "OneDrive.Sdk.Emulator.Tool.dll"),
                "--data",
                data,
                "--port",
                port.ToString(CultureInfo.InvariantCulture),
            },
        };
        var tool = new ToolProcess(Process.Start(start) ?? throw new IOException("The tool could not be started."));
        while (await tool._process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and var at)
            {
                tool.Endpoint = new Uri(line[(at + Announcement.Length)..].Split(' ')[0]);
                _ = tool._process.StandardOutput.ReadToEndAsync(cancellationToken);
                return tool;
            }
        }

        throw new IOException($"The emulator did not start. {(await tool._errors).Trim()}");
    }

    /// <summary>Sends SIGKILL, and waits until nothing is left of the process.</summary>
    internal async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
