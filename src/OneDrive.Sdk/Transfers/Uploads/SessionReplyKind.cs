namespace OneDrive.Sdk.Transfers;

/// <summary>What an answer of an upload session, or its absence, means for the upload.</summary>
internal enum SessionReplyKind
{
    /// <summary>The file is there.</summary>
    Completed,

    /// <summary>Every byte is there, and the caller wants the file to be made later.</summary>
    Deferred,

    /// <summary>The service has taken some bytes and says which it misses.</summary>
    Misses,

    /// <summary>The service misses nothing, and yet the file is not there.</summary>
    MissesNothing,

    /// <summary>Nobody knows what was taken: no answer, a failure inside the service, or an answer that cannot be read.</summary>
    Unknown,

    /// <summary>Nothing was taken; later.</summary>
    NotNow,

    /// <summary>The service has these bytes already, or misses earlier ones (416).</summary>
    OutOfStep,

    /// <summary>There is no such session (404): not yet, no more, or not since the file is complete.</summary>
    Gone,

    /// <summary>The address no longer grants access (401 or 403).</summary>
    Revoked,

    /// <summary>Repeating cannot help.</summary>
    Refused,
}
