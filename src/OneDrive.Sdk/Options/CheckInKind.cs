namespace OneDrive.Sdk;

/// <summary>The state of a file after check-in, see https://learn.microsoft.com/graph/api/driveitem-checkin.</summary>
public enum CheckInKind
{
    /// <summary>The default of the library.</summary>
    Unspecified,

    /// <summary>A published version, visible to all users.</summary>
    Published,
}
