namespace OneDrive.Sdk.Transfers;

/// <summary>What an upload does next; see <see cref="SessionRules"/>.</summary>
internal enum NextStep
{
    /// <summary>The file exists.</summary>
    Finish,

    /// <summary>All bytes were received, and the caller commits the file later.</summary>
    Defer,

    /// <summary>Send the missing bytes.</summary>
    Send,

    /// <summary>Wait, and send the same fragment.</summary>
    SendAgain,

    /// <summary>Query the missing ranges of the session.</summary>
    Ask,

    /// <summary>Wait, and query the session.</summary>
    AskLater,

    /// <summary>The session is new and may not be replicated yet: wait briefly, without counting a failure, and query it.</summary>
    AskYoungSession,

    /// <summary>Check the item at the destination once, and then query the session, finish or fail.</summary>
    LookAtName,

    /// <summary>Wait for the file, and commit it if it does not appear.</summary>
    MakeFile,

    /// <summary>Look for the file; if it does not exist, create another session.</summary>
    FindOrBeginAgain,

    /// <summary>Delete the session and create another one.</summary>
    BeginAgain,

    /// <summary>Throw the error.</summary>
    Fail,
}
