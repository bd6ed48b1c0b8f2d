namespace OneDrive.Sdk.Transfers;

/// <summary>What an upload does next; see <see cref="SessionRules"/>.</summary>
internal enum NextStep
{
    /// <summary>The file is there.</summary>
    Finish,

    /// <summary>Every byte is there, and the caller makes the file later.</summary>
    Defer,

    /// <summary>Send what is missing.</summary>
    Send,

    /// <summary>Wait, and send the same fragment.</summary>
    SendAgain,

    /// <summary>Ask the session what it misses.</summary>
    Ask,

    /// <summary>Wait, and ask the session.</summary>
    AskLater,

    /// <summary>The session is too young to be known everywhere: wait a little, without counting it, and ask.</summary>
    AskYoungSession,

    /// <summary>Look once at what stands at the name, and then ask the session, finish or fail.</summary>
    LookAtName,

    /// <summary>Wait for the file, and commit it when it does not appear.</summary>
    MakeFile,

    /// <summary>Look for the file; if it is not there, open another session.</summary>
    FindOrBeginAgain,

    /// <summary>Delete the session and open another.</summary>
    BeginAgain,

    /// <summary>Report the refusal.</summary>
    Fail,
}
