namespace OneDrive.Sdk.Cli;

/// <summary>Ends a command with a message and an exit code.</summary>
internal sealed class CliException(string message, int exitCode, string? hint = null) : Exception(message)
{
    internal int ExitCode { get; } = exitCode;

    internal string? Hint { get; } = hint;
}
