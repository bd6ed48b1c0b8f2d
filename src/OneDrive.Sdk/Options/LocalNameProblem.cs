namespace OneDrive.Sdk;

/// <summary>Why a file or folder of the service cannot have its name on this machine.</summary>
public enum LocalNameProblem
{
    /// <summary>The name is empty.</summary>
    Empty,

    /// <summary>The name is <c>.</c> or <c>..</c>.</summary>
    Traversal,

    /// <summary>The name contains a slash or a backslash.</summary>
    Separator,

    /// <summary>
    /// The name contains a control character, half of a surrogate pair, or one of <c>: * ? " &lt; &gt; |</c>; a colon would name a drive or
    /// a hidden stream of another file.
    /// </summary>
    InvalidCharacter,

    /// <summary>Windows keeps the name for a device, with and without an extension: <c>CON</c>, <c>nul.txt</c>.</summary>
    ReservedName,

    /// <summary>The name ends with a dot or a space, which Windows drops.</summary>
    TrailingDotOrSpace,

    /// <summary>The name ends with <c>.partial</c> or <c>.partial.state</c>, as downloads do that are not complete.</summary>
    ReservedSuffix,

    /// <summary>The path would lead out of the folder.</summary>
    OutsideRoot,

    /// <summary>Another item of the same folder has the same name but for upper and lower case.</summary>
    CaseCollision,

    /// <summary>At the path, or at a folder above it, there is a symbolic link or a junction, which may lead anywhere.</summary>
    SymbolicLink,
}
