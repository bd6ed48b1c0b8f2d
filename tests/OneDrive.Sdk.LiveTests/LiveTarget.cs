using System.Security.Cryptography;
using ResilienceDemo;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.LiveTests;

/// <summary>A service with a folder of its own for one run: the real one, or an emulator.</summary>
internal sealed class LiveTarget : IAsyncDisposable
{
    private readonly OneDriveEmulator? _emulator;
    private readonly IAccessTokenProvider _tokens;
    private readonly OneDriveClient _client;

    private LiveTarget(string name, ServiceSettings settings, OneDriveEmulator? emulator)
    {
        Name = name;
        Settings = settings;
        _emulator = emulator;
        _tokens = settings.CreateTokenProvider(NullLoggerFactory.Instance);
        _client = new OneDriveClient(_tokens, settings.CreateOptions(NullLoggerFactory.Instance, LiveFiles.FragmentSize));
        FolderName = $"OneDrive.Sdk live tests {Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}";
    }

    internal string Name { get; }

    internal ServiceSettings Settings { get; }

    internal IOneDriveClient Client => _client;

    /// <summary>The folder that the user names; files in it are only read.</summary>
    internal ItemAddress Parent => DriveAddress.Default.Path($"/{Settings.Folder.Trim('/')}");

    internal string FolderName { get; }

    internal ItemAddress Folder => Parent.Child(FolderName);

    internal static LiveTarget Connect(ServiceSettings settings) => new("service", settings, emulator: null);

    internal static async Task<LiveTarget> StartEmulatorAsync()
    {
        var emulator = await OneDriveEmulator.StartAsync();
        return new(
            "emulator",
            new ServiceSettings(
                emulator.Endpoint,
                Cloud: null,
                emulator.TenantId,
                OneDriveEmulator.DefaultClientId,
                OneDriveEmulator.DefaultClientSecret,
                CertificatePath: null,
                CertificatePassword: null,
                $"/users/{emulator.DefaultUser.UserPrincipalName}",
                "LiveTests"),
            emulator);
    }

    internal async Task PrepareAsync()
    {
        await Client.Items.EnsureFolderAsync(Folder);
        if (_emulator is not null)
        {
            foreach (var name in new[] { "photo.heic", "report.docx" })
            {
                using var content = new MemoryStream(LiveFiles.Bytes(2000));
                await Client.Content.UploadAsync(Parent.Child(name), content);
            }
        }
    }

    /// <summary>Deletes the folder of this run and everything in it.</summary>
    internal async Task CleanUpAsync()
    {
        try
        {
            await Client.Items.DeleteAsync(Folder);
        }
        catch (ItemNotFoundException)
        {
            // It was never created.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        (_tokens as IDisposable)?.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }
}
