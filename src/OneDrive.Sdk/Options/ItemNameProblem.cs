namespace OneDrive.Sdk;

/// <summary>
/// Why OneDrive refuses a name or a path. See
/// https://support.microsoft.com/office/restrictions-and-limitations-in-onedrive-and-sharepoint-64883a5d-228e-48f5-b3d2-eb39e07630fa.
/// </summary>
public enum ItemNameProblem
{
    /// <summary>The name is empty.</summary>
    Empty,

    /// <summary>
    /// The name contains one of <c>" * : &lt; &gt; ? / \ |</c>, a control character or half of a surrogate pair.
    /// </summary>
    InvalidCharacter,

    /// <summary>The name begins with a space, or ends with a space or a dot.</summary>
    OuterSpaceOrDot,

    /// <summary>
    /// The service keeps the name for itself: <c>CON</c>, <c>PRN</c>, <c>AUX</c>, <c>NUL</c>, <c>COM0</c> to <c>COM9</c>, <c>LPT0</c> to
    /// <c>LPT9</c>, <c>.lock</c>, <c>desktop.ini</c>, what begins with <c>~$</c>, and what contains <c>_vti_</c>.
    /// </summary>
    ReservedName,

    /// <summary>The name has more than <see cref="ItemNames.MaximumNameLength"/> characters.</summary>
    NameTooLong,

    /// <summary>The path from the root of the drive has more than <see cref="ItemNames.MaximumPathLength"/> characters.</summary>
    PathTooLong,
}
