using System.Diagnostics;

namespace OneDrive.Sdk.StressTests.Kill;

/// <summary>This program once more, as the process that is killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    internal const string TokenVariable = "PROOF_TOKEN";

    /// <summary>128 and the number of SIGKILL.</summary>
    private const int Killed = 137;

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ChildProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    internal bool HasEnded => _process.HasExited;

    internal static ChildProcess Start(string token, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardError = true };

        // Started as "dotnet OneDrive.Sdk.StressTests.dll", the process is dotnet and needs the name of the program.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "OneDrive.Sdk.StressTests.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment[TokenVariable] = token;
        return new ChildProcess(Process.Start(start) ?? throw new IOException("The process could not be started."));
    }

    /// <summary>Sends SIGKILL: the process gets no chance to save anything.</summary>
    internal void Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>Whether the process did its work; false when it was killed.</returns>
    /// <exception cref="IOException">The process failed.</exception>
    internal async Task<bool> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode switch
        {
            0 => true,
            Killed => false,
            var code => throw new IOException($"The process ended with exit code {code}. {(await _errors).Trim()}"),
        };
    }

    public void Dispose() => _process.Dispose();
}
