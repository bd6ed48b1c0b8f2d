namespace OneDrive.Sdk.Cli;

/// <summary>What the program tells the shell. The help lists the same numbers.</summary>
internal static class ExitCode
{
    internal const int Success = 0;
    internal const int Failed = 1;
    internal const int Usage = 2;
    internal const int NotFound = 3;
    internal const int SignIn = 4;
    internal const int Different = 5;
    internal const int TooMuch = 6;
    internal const int TryLater = 7;
    internal const int Interrupted = 130;

    internal const string Help = """
        Exit codes:
          0  done
          1  something failed; the message says what
          2  the command line is wrong
          3  the item does not exist
          4  sign-in is missing, over or refused
          5  'check' found differences
          6  'sync --delete' would delete more than its limit
          7  the service is busy or cannot be reached: try again later
        130  interrupted; the message says how to go on
        """;
}
