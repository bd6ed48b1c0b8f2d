namespace OneDrive.Sdk;

/// <summary>Why the name of an item is not valid on this machine.</summary>
public enum LocalNameProblem
{
    /// <summary>The name is empty.</summary>
    Empty,

    /// <summary>The name is <c>.</c> or <c>..</c>.</summary>
    Traversal,

    /// <summary>The name contains a slash or a backslash.</summary>
    Separator,

    /// <summary>
    /// The name contains a control character, an unpaired surrogate, or one of <c>: * ? " &lt; &gt; |</c>; a colon would address a drive or
    /// an alternate data stream.
    /// </summary>
    InvalidCharacter,

    /// <summary>The name is a reserved device name on Windows, with or without an extension: <c>CON</c>, <c>nul.txt</c>.</summary>
    ReservedName,

    /// <summary>The name ends with a dot or a space, which Windows removes.</summary>
    TrailingDotOrSpace,

    /// <summary>The name ends with <c>.partial</c> or <c>.partial.state</c>, which are reserved for incomplete downloads.</summary>
    ReservedSuffix,

    /// <summary>The path is outside the folder.</summary>
    OutsideRoot,

    /// <summary>Another item in the same folder has the same name except for case.</summary>
    CaseCollision,

    /// <summary>The path, or a folder above it, is a symbolic link or a junction.</summary>
    SymbolicLink,
}
