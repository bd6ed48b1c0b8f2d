namespace OneDrive.Sdk.Transfers;

/// <summary>The meaning of a response of an upload session, or of a missing response.</summary>
internal enum SessionReplyKind
{
    /// <summary>The file exists.</summary>
    Completed,

    /// <summary>The service received some bytes and returned the missing ranges.</summary>
    Misses,

    /// <summary>The service has received all bytes, but the file does not exist.</summary>
    MissesNothing,

    /// <summary>The session exists, but the service did not return the missing ranges.</summary>
    Mute,

    /// <summary>It is unknown which bytes were received: no response, a server error, or an unreadable response.</summary>
    Unknown,

    /// <summary>Throttled: no bytes were accepted; retry later.</summary>
    NotNow,

    /// <summary>The service already has these bytes, or requires earlier ones (416).</summary>
    OutOfStep,

    /// <summary>Rejected (400, 401, 403, 404, 409, 410, …). Such errors of upload sessions are known to be transient.</summary>
    Refused,

    /// <summary>Rejected permanently: quota, malware, a path or a name, a length.</summary>
    Final,
}
