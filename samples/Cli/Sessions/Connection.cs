using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.Cli;

/// <summary>A client that is signed in.</summary>
internal sealed class Connection : IDisposable
{
    private readonly IDisposable? _flow;

    private Connection(Profile profile, OneDriveClient client, IAccessTokenProvider tokens, IDisposable? flow, OneDriveOptions options)
    {
        (Profile, Client, Tokens, _flow, Options) = (profile, client, tokens, flow, options);
    }

    internal Profile Profile { get; }

    internal OneDriveClient Client { get; }

    internal IAccessTokenProvider Tokens { get; }

    internal OneDriveOptions Options { get; }

    internal DriveAddress Drive => Options.DefaultDrive!;

    internal static Connection Open(Profile profile, string? drive, Uri? emulator, StateFolder state)
    {
        var cloud = CloudOf(profile, emulator);
        var (tokens, flow) = SignIns.Open(profile, cloud, state);
        var options = new OneDriveOptions
        {
            Cloud = cloud,
            DefaultDrive = DriveOf(drive ?? profile.Drive, profile),
            UploadSessionStore = new FileUploadSessionStore(state.Uploads),
            SharedThrottleGate = new SharedThrottleGate(),
            ApplicationName = "OneDriveCli",
        };
        return new Connection(profile, new OneDriveClient(tokens, options), tokens, flow, options);
    }

    internal static OneDriveCloud CloudOf(Profile profile, Uri? emulator) => emulator is not null
        ? OneDriveCloud.Custom(emulator, emulator)
        : profile.Cloud is { } name ? OneDriveCloud.Parse(name) : OneDriveCloud.Global;

    internal ItemAddress Address(string path) => RemotePath.Parse(path, Drive);

    public void Dispose()
    {
        Client.Dispose();
        _flow?.Dispose();
    }

    private static DriveAddress DriveOf(string? text, Profile profile)
    {
        if (text is not null)
        {
            try
            {
                return text is "/me" or "me" ? DriveAddress.Me : DriveAddress.Parse(text);
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException)
            {
                throw new CliException(
                    $"'{text}' is not the address of a drive.", ExitCode.Usage, "Examples: /me, /users/adele@contoso.com, /drives/{id}");
            }
        }

        return profile.Kind switch
        {
            SignInKind.Emulator => DriveAddress.User("adele@" + new EmulatorOptions().TenantDomain),
            SignInKind.Browser or SignInKind.DeviceCode => DriveAddress.Me,
            _ => throw new CliException(
                $"The profile '{profile.Name}' signs in as an application, which has no drive of its own.",
                ExitCode.Usage,
                "Name a drive: --drive /users/adele@contoso.com"),
        };
    }
}
