namespace OneDrive.Sdk.Emulator;

/// <summary>The kind of a fault.</summary>
public enum FaultKind
{
    /// <summary>Return 429 without executing the request.</summary>
    Throttle,

    /// <summary>Return another status without executing the request.</summary>
    Status,

    /// <summary>Close the connection.</summary>
    DropConnection,

    /// <summary>Stop sending until the client disconnects.</summary>
    Stall,

    /// <summary>Execute the request, then close the connection without a response.</summary>
    LoseAcknowledgement,

    /// <summary>Delete the upload session before the request is handled.</summary>
    ExpireSession,

    /// <summary>Invalidate the delta token of the request: 410 with a restart link.</summary>
    ExpireDeltaToken,

    /// <summary>Reject the sign-in: an OAuth error of the token endpoint, or in the redirect of the sign-in page.</summary>
    RefuseSignIn,

    /// <summary>Delay the handling of the request.</summary>
    Delay,

    /// <summary>Change bytes of the response or of the request.</summary>
    CorruptBody,
}
