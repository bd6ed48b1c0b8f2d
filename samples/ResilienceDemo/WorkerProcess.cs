using System.Diagnostics;
using System.Text.Json;

namespace ResilienceDemo;

/// <summary>This program once more, as the process that uploads.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private WorkerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    internal static WorkerProcess Start(ServiceSettings settings, DirectoryInfo temporary)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Started as "dotnet ResilienceDemo.dll", the process is dotnet and needs the name of the program.
        if (string.Equals(Path.GetFileNameWithoutExtension(start.FileName), "dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ResilienceDemo.dll"));
        }

        start.ArgumentList.Add("worker");
        start.ArgumentList.Add("--state");
        start.ArgumentList.Add(Path.Combine(temporary.FullName, "upload-sessions"));
        foreach (var (name, value) in settings.ToEnvironment())
        {
            start.Environment[name] = value;
        }

        return new WorkerProcess(Process.Start(start) ?? throw new IOException("The uploading process could not be started."));
    }

    /// <summary>Hands the jobs over; a worker that dies meanwhile says so by its exit code.</summary>
    internal async Task SendJobsAsync(IEnumerable<WorkerJob> jobs, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var job in jobs)
            {
                var line = JsonSerializer.Serialize(job, WorkerJson.Default.WorkerJob);
                await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The pipe broke: the process is gone.
        }
    }

    internal async Task<WorkerReport?> ReadReportAsync(CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerReport);
        }
        catch (JsonException)
        {
            // Half a line: the process was killed while it wrote.
            return null;
        }
    }

    /// <summary>Sends SIGKILL: the process gets no chance to save anything.</summary>
    internal void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    /// <summary>Waits for the end, and passes a failure on unless the process was killed on purpose.</summary>
    internal async Task EndAsync(Task jobs, bool wasKilled, CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await jobs;
        if (!wasKilled && _process.ExitCode != 0)
        {
            throw new IOException($"The uploading process ended with exit code {_process.ExitCode}. {(await _errors).Trim()}");
        }
    }

    public void Dispose() => _process.Dispose();
}
