using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.StressTests.Browser;

/// <summary>A Chromium without a window and with a profile of its own, steered by its DevTools protocol.</summary>
internal sealed class HeadlessBrowser : IDisposable
{
    private const string Announcement = "DevTools listening on ";

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly Uri _tools;
    private readonly HttpClient _http = new();

    private HeadlessBrowser(Process process, DirectoryInfo profile, Uri tools) => (_process, _profile, _tools) = (process, profile, tools);

    internal static async Task<HeadlessBrowser> StartAsync(string program, CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("onedrive-sdk-browser-");
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true };
        string[] arguments =
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-proxy-server",
            "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new IOException($"{program} could not be started.");
        while (await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.StartsWith(Announcement, StringComparison.Ordinal))
                continue;
            // A full pipe would stop the browser.
            _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
            return new(process, profile, new Uri(line[Announcement.Length..]));
        }

        throw new IOException($"{program} ended without opening its tools.");
    }

    /// <summary>Opens an address in a tab of its own.</summary>
    internal async Task<BrowserPage> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var target = $"http://{_tools.Authority}/json/new?{Uri.EscapeDataString(address.AbsoluteUri)}";
        using var response = await _http.PutAsync(new Uri(target), null, cancellationToken);
        var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri((string)page["webSocketDebuggerUrl"]!), cancellationToken);
        return new BrowserPage(socket);
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }
}
