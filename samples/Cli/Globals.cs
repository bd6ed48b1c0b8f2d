using System.CommandLine;

namespace OneDrive.Sdk.Cli;

/// <summary>The options of every command.</summary>
internal sealed class Globals
{
    internal Option<bool> Emulator { get; } = Flag(
        "--emulator", "Use an emulator inside this program, with a demonstration drive that is kept.");

    internal Option<DirectoryInfo?> EmulatorData { get; } = new("--emulator-data")
    {
        Description = "With --emulator: the folder that keeps its drive. Delete it to start anew.",
        HelpName = "folder",
        Recursive = true,
    };

    internal Option<bool> BadDay { get; } = Flag(
        "--bad-day", "With --emulator: throttling, broken connections and the odd answers of the service.");

    internal Option<string?> EmulatorUrl { get; } = new("--emulator-url")
    {
        Description = "Use an emulator that runs at this address.",
        HelpName = "url",
        Recursive = true,
    };

    internal Option<string?> Profile { get; } = new("--profile", "-p")
    {
        Description = "The sign-in to use, see 'login'. Default: the last one of 'login'.",
        HelpName = "name",
        Recursive = true,
    };

    internal Option<string?> Drive { get; } = new("--drive", "-d")
    {
        Description = "Another drive: /me, /users/{id or name}, /groups/{id}, /sites/{id} or /drives/{id}.",
        HelpName = "address",
        Recursive = true,
    };

    internal Option<bool> Json { get; } = Flag("--json", "Write JSON to the standard output.");

    internal Option<bool> Quiet { get; } = Flag("--quiet", "No progress and no summary.", "-q");

    internal Option<bool> NoColor { get; } = Flag("--no-color", "No colours, on terminals too. NO_COLOR=1 does the same.");

    internal Option<bool> Verbose { get; } = Flag("--verbose", "Show where an unexpected error comes from.");

    internal IReadOnlyList<Option> All => [Emulator, EmulatorData, BadDay, EmulatorUrl, Profile, Drive, Json, Quiet, NoColor, Verbose];

    private static Option<bool> Flag(string name, string description, params string[] aliases) => new(name, aliases)
    {
        Description = description,
        Recursive = true,
    };
}
