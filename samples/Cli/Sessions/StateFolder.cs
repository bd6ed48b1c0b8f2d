namespace OneDrive.Sdk.Cli;

/// <summary>
/// Where this program keeps sign-ins and unfinished transfers. An emulator has a folder of its own, apart from the real drives.
/// </summary>
internal sealed class StateFolder
{
    private const string Variable = "ONEDRIVE_CLI_HOME";

    private StateFolder(string path) => Path = path;

    internal string Path { get; }

    internal string Uploads => System.IO.Path.Combine(Path, "uploads");

    internal string SignIns => System.IO.Path.Combine(Path, "sign-ins");

    internal string Profiles => System.IO.Path.Combine(Path, "profiles.json");

    internal string EmulatorData => System.IO.Path.Combine(Path, "drive");

    internal string EmulatorAddress => System.IO.Path.Combine(Path, "address");

    internal static StateFolder Open(string? emulatorData, bool isEmulator)
    {
        var home = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? given
            : System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                CommandLine.Name);
        var path = System.IO.Path.GetFullPath(emulatorData ?? (isEmulator ? System.IO.Path.Combine(home, "emulator") : home));
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new StateFolder(path);
    }
}
