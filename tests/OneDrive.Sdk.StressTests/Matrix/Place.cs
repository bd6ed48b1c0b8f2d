namespace OneDrive.Sdk.StressTests.Matrix;

/// <summary>Where in a transfer a fault strikes: a column of the matrix.</summary>
internal enum Place
{
    /// <summary>When the upload session is opened.</summary>
    Creation,

    /// <summary>At the first fragment.</summary>
    First,

    /// <summary>At a fragment in the middle.</summary>
    Middle,

    /// <summary>At the last fragment, whose answer is the file.</summary>
    Last,

    /// <summary>When the session is asked what it misses, after a lost acknowledgement.</summary>
    Status,

    /// <summary>When an upload whose commit was deferred is committed.</summary>
    Commit,

    /// <summary>At an upload that goes in a single request.</summary>
    Single,

    /// <summary>When a download asks where the bytes are.</summary>
    Redirect,

    /// <summary>Before the first byte of a download.</summary>
    Start,

    /// <summary>When half of the bytes are here.</summary>
    Half,

    /// <summary>When all bytes but one are here.</summary>
    End,
}
