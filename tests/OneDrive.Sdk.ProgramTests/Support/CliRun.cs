namespace OneDrive.Sdk.ProgramTests.Support;

/// <summary>What a command wrote and how it ended.</summary>
internal sealed record CliRun(int Code, string Output, string Error)
{
    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
