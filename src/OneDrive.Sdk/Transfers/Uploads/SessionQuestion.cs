namespace OneDrive.Sdk.Transfers;

/// <summary>What a session, or the service about it, was asked.</summary>
internal enum SessionQuestion
{
    /// <summary>To take a fragment.</summary>
    Fragment,

    /// <summary>What it misses.</summary>
    Status,

    /// <summary>To make its file.</summary>
    Commit,
}
