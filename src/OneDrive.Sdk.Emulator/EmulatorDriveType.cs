namespace OneDrive.Sdk.Emulator;

/// <summary>The kinds of drives, whose responses differ in details.</summary>
public enum EmulatorDriveType
{
    /// <summary>OneDrive for work or school.</summary>
    Business,

    /// <summary>OneDrive of a personal account.</summary>
    Personal,

    /// <summary>The document library of a group or site.</summary>
    DocumentLibrary,
}
