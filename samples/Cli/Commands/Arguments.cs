using System.CommandLine;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class Arguments
{
    internal static Argument<string> OptionalPath() => new("path")
    {
        Description = "A file or folder of the drive. Default: the root folder.",
        DefaultValueFactory = _ => "/",
    };

    internal static Argument<string> Path(string name = "path", string description = "A file or folder of the drive.") =>
        new(name) { Description = description };

    internal static Option<bool> Flag(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description };

    internal static Option<int?> Depth() => new("--depth")
    {
        Description = "How many levels of folders to show. Default: all.",
        HelpName = "levels",
    };

    internal static Option<int> Transfers() => new("--transfers")
    {
        Description = "How many files are under way at the same time, 1 to 64.",
        HelpName = "number",
        DefaultValueFactory = _ => 8,
    };
}
