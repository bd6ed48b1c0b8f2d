namespace OneDrive.Sdk.Emulator;

/// <summary>What can be made to go wrong.</summary>
public enum FaultKind
{
    /// <summary>Answer 429 without doing anything.</summary>
    Throttle,

    /// <summary>Answer some other status without doing anything.</summary>
    Status,

    /// <summary>Close the connection.</summary>
    DropConnection,

    /// <summary>Fall silent until the client leaves.</summary>
    Stall,

    /// <summary>Do the work, then close the connection without a response.</summary>
    LoseAcknowledgement,

    /// <summary>Take the upload session away before the request is looked at.</summary>
    ExpireSession,

    /// <summary>Forget the delta token of the request: the answer is 410 and a link to start over.</summary>
    ExpireDeltaToken,

    /// <summary>Refuse the sign-in: an OAuth error of the token endpoint, or in the redirect of the sign-in page.</summary>
    RefuseSignIn,

    /// <summary>Look at the request only after a time.</summary>
    Delay,

    /// <summary>Spoil bytes on their way out, or on their way in.</summary>
    CorruptBody,
}
