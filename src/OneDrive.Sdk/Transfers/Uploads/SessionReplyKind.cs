namespace OneDrive.Sdk.Transfers;

/// <summary>What an answer of an upload session, or its absence, means for the upload.</summary>
internal enum SessionReplyKind
{
    /// <summary>The file is there.</summary>
    Completed,

    /// <summary>The service has taken some bytes and says which it misses.</summary>
    Misses,

    /// <summary>The service misses nothing, and yet the file is not there.</summary>
    MissesNothing,

    /// <summary>The session is there and does not say what it misses.</summary>
    Mute,

    /// <summary>It is not known what was taken: no answer, a failure inside the service, or an answer that cannot be read.</summary>
    Unknown,

    /// <summary>Nothing was taken; later.</summary>
    NotNow,

    /// <summary>The service has these bytes already, or misses earlier ones (416).</summary>
    OutOfStep,

    /// <summary>Refused (400, 401, 403, 404, 409, 410, …). Around sessions such refusals are known to be spurious.</summary>
    Refused,

    /// <summary>Refused for a reason that repeating cannot change: quota, malware, a path or a name, a length.</summary>
    Final,
}
