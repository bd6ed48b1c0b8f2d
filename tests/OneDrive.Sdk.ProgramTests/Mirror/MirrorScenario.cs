using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Mirror;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ProgramTests.Mirror;

/// <summary>A drive, a mirror of it, and the comparison of both.</summary>
internal sealed class MirrorScenario : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ClientSecretTokenProvider _tokens;
    private readonly OneDriveClient _client;

    private MirrorScenario(OneDriveEmulator emulator)
    {
        Emulator = emulator;
        var cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint);
        _tokens = new ClientSecretTokenProvider(
            new ClientSecretOptions
            {
                TenantId = emulator.TenantId,
                ClientId = OneDriveEmulator.DefaultClientId,
                ClientSecret = OneDriveEmulator.DefaultClientSecret,
            },
            cloud);
        var user = DriveAddress.User(emulator.DefaultUser.UserPrincipalName);
        _client = new OneDriveClient(_tokens, new OneDriveOptions { Cloud = cloud, DefaultDrive = user });
    }

    internal OneDriveEmulator Emulator { get; }

    internal EmulatorDrive Drive => Emulator.DefaultUser.Drive;

    internal IOneDriveClient Client => _client;

    internal string Local => _directory["mirror"];

    internal static async Task<MirrorScenario> StartAsync() =>
        new(await OneDriveEmulator.StartAsync(options => options.PageSize = 7));

    internal async Task<Tally> RunAsync()
    {
        using var mirror = new DriveMirror(_client, DriveAddress.Default.Root, Local, TimeProvider.System);
        return await mirror.RunAsync(CancellationToken.None);
    }

    internal static ItemAddress At(string path) => DriveAddress.Default.Path(path);

    /// <summary>Every folder and file with its hash, on both sides.</summary>
    internal void AssertLikeTheDrive() => Assert.Equal(
        Drive.ListItems()
            .Where(item => item.Path.Trim('/').Length > 0)
            .Select(item => (
                Path: string.Join('/', item.Path.Trim('/').Split('/').Select(ItemNames.ToLocal)),
                Hash: item.IsFolder ? "" : item.QuickXorHash ?? ""))
            .OrderBy(item => item.Path, StringComparer.Ordinal),
        Directory.EnumerateFileSystemEntries(Local, "*", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(Local, path), Hash: HashOf(path)))
            .Where(item => item.Path != ".mirror" && !item.Path.StartsWith(".mirror/", StringComparison.Ordinal))
            .OrderBy(item => item.Path, StringComparer.Ordinal));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _tokens.Dispose();
        await Emulator.DisposeAsync();
        _directory.Dispose();
    }

    private static string HashOf(string path) =>
        Directory.Exists(path) ? "" : Convert.ToBase64String(QuickXorHash.HashData(File.ReadAllBytes(path)));
}
