namespace OneDrive.Sdk.Transfers;

/// <summary>What the description of a file says about content that is complete by the framing of its response.</summary>
internal enum ContentEvidence
{
    /// <summary>The size is equal or unknown, and no hash was compared.</summary>
    NothingAgainst,

    /// <summary>The hash is equal, which outweighs the size and everything else.</summary>
    EqualHash,

    /// <summary>The size or the hash differs.</summary>
    Differs,
}
