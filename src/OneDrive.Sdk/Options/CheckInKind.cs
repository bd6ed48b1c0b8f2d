namespace OneDrive.Sdk;

/// <summary>What a file is after it was checked in, see https://learn.microsoft.com/graph/api/driveitem-checkin.</summary>
public enum CheckInKind
{
    /// <summary>As the library has it.</summary>
    Unspecified,

    /// <summary>A published version, which everybody sees.</summary>
    Published,
}
