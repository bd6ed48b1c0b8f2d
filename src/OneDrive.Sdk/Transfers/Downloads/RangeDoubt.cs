namespace OneDrive.Sdk.Transfers;

/// <summary>What a response leaves open about the version of its bytes.</summary>
internal enum RangeDoubt
{
    /// <summary>It is of the same version as the first one.</summary>
    None,

    /// <summary>Its tag is another one, weak or missing; the item tells whether the file is the same.</summary>
    SaysNothing,

    /// <summary>It says less than the first one, or something else: its bytes are not taken.</summary>
    Contradicts,
}
