using System.CommandLine;

namespace OneDrive.Sdk.Cli;

/// <summary>A command that runs in a session.</summary>
internal sealed class Verb : Command
{
    private readonly Globals _globals;

    internal Verb(Globals globals, string name, string description, params Symbol[] symbols)
        : base(name, description)
    {
        _globals = globals;
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Argument argument:
                    Add(argument);
                    break;
                case Option option:
                    Add(option);
                    break;
                case Command command:
                    Add(command);
                    break;
            }
        }
    }

    internal Verb Run(Func<Session, ParseResult, CancellationToken, Task<int>> action)
    {
        SetAction((parsed, cancellationToken) => Runner.RunAsync(_globals, parsed, action, cancellationToken));
        return this;
    }
}
