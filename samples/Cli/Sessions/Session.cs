using System.CommandLine;

namespace OneDrive.Sdk.Cli;

/// <summary>What a command has at hand: the screen, the folder of this program's state, and the drive once it is asked for.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly string? _profile;
    private readonly string? _drive;
    private readonly bool _badDay;
    private readonly Uri? _emulatorUrl;
    private EmulatorHost? _host;
    private Connection? _connection;

    private Session(Screen screen, StateFolder state, bool usesEmulator, bool badDay, Uri? emulatorUrl, string? profile, string? drive)
    {
        (Screen, State, UsesEmulator, _badDay, _emulatorUrl, _profile, _drive) =
            (screen, state, usesEmulator, badDay, emulatorUrl, profile, drive);
    }

    internal Screen Screen { get; }

    internal StateFolder State { get; }

    internal bool UsesEmulator { get; }

    internal bool TalksToEmulator => UsesEmulator || _emulatorUrl is not null;

    internal TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>What a user does after Ctrl+C; a command says so before long work.</summary>
    internal string? HowToResume { get; set; }

    internal EmulatorHost? Host => _host;

    internal static Session Create(Globals globals, ParseResult parsed, Screen screen)
    {
        Uri? url = null;
        if (parsed.GetValue(globals.EmulatorUrl) is { } text && !Uri.TryCreate(text, UriKind.Absolute, out url))
            throw new CliException("--emulator-url takes an address such as http://127.0.0.1:5005/.", ExitCode.Usage);
        var usesEmulator = url is null && (parsed.GetValue(globals.Emulator) || parsed.GetValue(globals.EmulatorData) is not null);
        return new Session(
            screen,
            StateFolder.Open(parsed.GetValue(globals.EmulatorData)?.FullName, usesEmulator || url is not null),
            usesEmulator,
            parsed.GetValue(globals.BadDay),
            url,
            parsed.GetValue(globals.Profile),
            parsed.GetValue(globals.Drive));
    }

    /// <summary>The emulator, started when it is first needed; null for the real service.</summary>
    internal async Task<EmulatorHost?> StartEmulatorAsync(CancellationToken cancellationToken)
    {
        if (UsesEmulator)
            _host ??= await EmulatorHost.StartAsync(State, _badDay, cancellationToken);
        return _host;
    }

    /// <summary>Where an emulator listens; null for the real service.</summary>
    internal async Task<Uri?> FindEmulatorAsync(CancellationToken cancellationToken) =>
        _emulatorUrl ?? (await StartEmulatorAsync(cancellationToken))?.Endpoint;

    internal async Task<Connection> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_connection is not null)
            return _connection;
        var emulator = await FindEmulatorAsync(cancellationToken);
        var profiles = await ProfileStore.LoadAsync(State, cancellationToken);
        var profile = profiles.Find(_profile) ?? (emulator is not null && _profile is null ? Profile.OfEmulator() : null);
        if (profile is null)
        {
            throw _profile is null
                ? new CliException(
                    "There is no sign-in yet.",
                    ExitCode.SignIn,
                    $"Sign in with '{CommandLine.Name} login', or try it without an account: {CommandLine.Name} --emulator ls")
                : new CliException($"There is no profile '{_profile}'.", ExitCode.SignIn, $"'{CommandLine.Name} login --list' lists them.");
        }

        return _connection = Connection.Open(profile, _drive, emulator, State);
    }

    public async ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
    }
}
