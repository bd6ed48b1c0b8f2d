using System.CommandLine;
using System.CommandLine.Help;
using OneDrive.Sdk.Cli.Commands;

namespace OneDrive.Sdk.Cli;

/// <summary>The whole command line.</summary>
internal static class CommandLine
{
    internal const string Name = "onedrive-cli";

    /// <summary>How long a command may take to save its state after Ctrl+C.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    internal static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, TextWriter? output = null, TextWriter? error = null)
    {
        var root = Create();
        var parsed = root.Parse(arguments.Count == 0 ? ["--help"] : arguments);
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = Farewell,
            Output = output ?? Console.Out,
            Error = error ?? Console.Error,
        };
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            // Without a known command everything else is an error too.
            var isUnknown = parsed.UnmatchedTokens.Count > 0;
            foreach (var message in parsed.Errors.Select(error => error.Message))
            {
                if (!isUnknown || message.Contains(parsed.UnmatchedTokens[0], StringComparison.Ordinal))
                    await configuration.Error.WriteLineAsync(SafeText.Of($"{Name}: {message}"));
            }

            var path = parsed.CommandResult.Command.Name == Name ? "" : parsed.CommandResult.Command.Name + " ";
            await configuration.Error.WriteLineAsync($"'{Name} {path}--help' shows how it is used.");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(configuration);
    }

    internal static Command Create()
    {
        var globals = new Globals();
        var root = new Command(
            Name,
            $"""
            OneDrive and SharePoint document libraries on the command line.

            Try it without an account: {Name} --emulator ls

            Paths of the drive are written as /Documents/a.txt; a sharing link (https://…) and id:… lead to an item as well.

            {ExitCode.Help}
            """);
        foreach (var option in globals.All)
            root.Add(option);
        root.Add(new HelpOption { Recursive = true });
        root.Add(new VersionOption());
        foreach (var command in All(globals))
            root.Add(command);
        root.Add(CompletionCommand.CreateSuggest(root));
        return root;
    }

    private static IEnumerable<Command> All(Globals globals) =>
    [
        LsCommand.Create(globals),
        TreeCommand.Create(globals),
        DuCommand.Create(globals),
        CatCommand.Create(globals),
        GetCommand.Create(globals),
        PutCommand.Create(globals),
        CpCommand.Create(globals),
        MvCommand.Create(globals),
        RmCommand.Create(globals),
        MkdirCommand.Create(globals),
        ShareCommand.Create(globals),
        VersionsCommand.Create(globals),
        SyncCommand.Create(globals),
        CheckCommand.Create(globals),
        WatchCommand.Create(globals),
        LoginCommand.Create(globals),
        WhoamiCommand.Create(globals),
        DoctorCommand.Create(globals),
        CompletionCommand.Create(),
    ];
}
