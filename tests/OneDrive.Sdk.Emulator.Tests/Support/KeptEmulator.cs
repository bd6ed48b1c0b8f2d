using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>A data folder, and emulators that use it one after the other.</summary>
internal sealed class KeptEmulator : IAsyncDisposable
{
    public KeptEmulator() => Folder = Path.Combine(Directory.CreateTempSubdirectory("kept-emulator-").FullName, "data");

    public string Folder { get; private set; }

    public EmulatorClient Client { get; private set; } = null!;

    public EmulatorDrive Drive => Client.DriveState;

    public string Journal => Directory.GetFiles(Folder, "journal-*").Single();

    public static async Task<KeptEmulator> StartAsync(Action<EmulatorOptions>? configure = null)
    {
        var kept = new KeptEmulator();
        await kept.OpenAsync(configure);
        return kept;
    }

    public async Task OpenAsync(Action<EmulatorOptions>? configure = null) => Client = await EmulatorClient.StartAsync(options =>
    {
        options.DataFolder = Folder;
        configure?.Invoke(options);
    });

    public async Task RestartAsync(Action<EmulatorOptions>? configure = null)
    {
        await Client.DisposeAsync();
        await OpenAsync(configure);
    }

    /// <summary>Goes on with what a process that was killed in this moment would have left behind.</summary>
    public async Task RestartAsAfterAKillAsync(Action<EmulatorOptions>? configure = null)
    {
        var copy = Copy(Folder + "-killed-" + Guid.NewGuid().ToString("N"));
        await Client.DisposeAsync();
        Folder = copy;
        await OpenAsync(configure);
    }

    public string Copy(string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.GetDirectories(Folder, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(Folder, folder)));
        }

        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            // The lock of the running emulator cannot be read.
            if (Path.GetFileName(file) == "lock")
            {
                File.WriteAllBytes(Path.Combine(to, "lock"), []);
            }
            else
            {
                File.Copy(file, Path.Combine(to, Path.GetRelativePath(Folder, file)));
            }
        }

        return to;
    }

    /// <summary>Everything that Graph says of the items of the drive, without addresses that differ with the port.</summary>
    public async Task<string> DescribeAsync()
    {
        var lines = new List<string>();
        foreach (var item in Drive.ListItems())
        {
            lines.Add(await ReadAsync($"{Client.Drive}/items/{item.Id}"));
            lines.Add(await ReadAsync($"{Client.Drive}/items/{item.Id}/permissions"));
            if (!item.IsFolder)
            {
                lines.Add(await ReadAsync($"{Client.Drive}/items/{item.Id}/versions"));
                lines.Add(item.Sha256!);
            }
        }

        return string.Join('\n', lines).Replace(Client.Emulator.Endpoint.Authority, "host", StringComparison.Ordinal);
    }

    public async Task<JsonNode> GetJsonAsync(string pathOrUrl)
    {
        // Links that an earlier emulator gave lead to its port.
        var path = Uri.TryCreate(pathOrUrl, UriKind.Absolute, out var url) ? url.PathAndQuery : pathOrUrl;
        using var response = await Client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return await EmulatorClient.ReadJsonAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }

    private async Task<string> ReadAsync(string path)
    {
        var json = (await GetJsonAsync(path)).AsObject();
        json.Remove("@microsoft.graph.downloadUrl");
        return json.ToJsonString();
    }
}
