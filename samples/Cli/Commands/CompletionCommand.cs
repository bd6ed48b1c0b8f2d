using System.CommandLine;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Writes scripts that let shells complete commands and options, and gives them the words.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # onedrive-cli: add to ~/.bashrc:  eval "$(onedrive-cli completion bash)"
        _onedrive_cli() {
            local IFS=$'\n'
            COMPREPLY=($(onedrive-cli suggest "${COMP_POINT}" "${COMP_LINE}" 2>/dev/null))
        }
        complete -o default -F _onedrive_cli onedrive-cli
        """;

    private const string Zsh = """
        # onedrive-cli: add to ~/.zshrc after compinit:  eval "$(onedrive-cli completion zsh)"
        _onedrive_cli() {
            local -a words_found
            words_found=("${(@f)$(onedrive-cli suggest "${CURSOR}" "${BUFFER}" 2>/dev/null)}")
            words_found=(${words_found:#})
            if (( ${#words_found} )); then compadd -a words_found; else _files; fi
        }
        compdef _onedrive_cli onedrive-cli
        """;

    internal static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash or zsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh");
        var command = new Command(
            "completion", "Write the script that completes commands and options: eval \"$(onedrive-cli completion bash)\"")
        {
            shell,
        };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(shell) == "bash" ? Bash : Zsh));
        return command;
    }

    /// <summary>What the scripts call.</summary>
    internal static Command CreateSuggest(Command root)
    {
        var position = new Argument<int>("position");
        var line = new Argument<string>("line");
        var command = new Command("suggest", "Words for the end of a command line.") { position, line };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(line)!;
            var before = text[..Math.Clamp(parsed.GetValue(position), 0, text.Length)];
            foreach (var word in Suggest(root, before))
                parsed.InvocationConfiguration.Output.WriteLine(word);
        });
        return command;
    }

    private static IEnumerable<string> Suggest(Command root, string before)
    {
        var words = before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var last = before.EndsWith(' ') || words.Count == 0 ? "" : words[^1];
        if (last.Length > 0)
            words.RemoveAt(words.Count - 1);
        Command command = root;
        foreach (var word in words)
        {
            if (command.Subcommands.FirstOrDefault(one => one.Name == word && !one.Hidden) is { } next)
                command = next;
        }

        if (!last.StartsWith('-') && command.Subcommands.Count > 0)
            return command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name).Where(Fits).Order(StringComparer.Ordinal);
        if (last.StartsWith('-'))
        {
            return command.Options.Concat(root.Options.Where(option => option.Recursive)).Where(option => !option.Hidden)
                .Select(option => option.Name).Where(Fits).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        }

        return words.Count > 0 && command.Options.FirstOrDefault(option => option.Name == words[^1]) is { } value
            ? value.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty).Select(item => item.Label).Where(Fits)
            : command.Arguments.SelectMany(argument => argument.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty))
                .Select(item => item.Label).Where(Fits);

        bool Fits(string name) => name.StartsWith(last, StringComparison.Ordinal);
    }
}
