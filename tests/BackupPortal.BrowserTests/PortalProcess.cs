using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace BackupPortal.BrowserTests;

/// <summary>The portal as a process with a folder of its own, which can be killed and started again.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly int _emulatorPort = FreePort();
    private readonly IReadOnlyDictionary<string, string> _settings;
    private Process? _process;

    public PortalProcess(params (string Name, string Value)[] settings)
    {
        _settings = settings.ToDictionary(pair => pair.Name, pair => pair.Value);
        Folder = Directory.CreateTempSubdirectory("backup-portal-").FullName;
        Address = new Uri($"http://localhost:{FreePort()}/");
    }

    public Uri Address { get; }

    public string Folder { get; }

    public string DataFolder => Path.Combine(Folder, "data");

    public Uri Emulator => new($"http://127.0.0.1:{_emulatorPort}/");

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Told("PortalProgram")])
        {
            WorkingDirectory = Told("Portal"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["Urls"] = Address.AbsoluteUri;
        start.Environment["Portal__DataFolder"] = DataFolder;
        start.Environment["Portal__EmulatorPort"] = $"{_emulatorPort}";
        foreach (var (name, value) in _settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Application started", StringComparison.Ordinal) == true)
                started.TrySetResult();
        };
        _process.Exited += (_, _) => started.TrySetException(new InvalidOperationException("The portal ended while it started."));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await started.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>Ends the process as a power cut does.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Told(string name) => Path.GetFullPath(
        typeof(PortalProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == name).Value!);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
