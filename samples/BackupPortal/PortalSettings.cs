namespace BackupPortal;

/// <summary>
/// The settings of the portal, from appsettings.json, from variables such as Portal__DataFolder, or from the command line.
/// </summary>
public sealed class PortalSettings
{
    /// <summary>Where the database, the keys and unfinished work are kept.</summary>
    public string DataFolder { get; set; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "OneDriveBackupPortal");

    /// <summary>The address at which browsers reach the portal when it is behind a proxy; null for the address of the request.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>A PostgreSQL connection string; null for SQLite in the data folder.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>Whether the portal starts an emulator of OneDrive and works against it.</summary>
    public bool UseEmulator { get; set; } = true;

    /// <summary>The port of the emulator. It stays the same, so that work continues after a restart.</summary>
    public int EmulatorPort { get; set; } = 5081;

    /// <summary>Whether the emulator shows its quirks and throttles.</summary>
    public bool EmulatorMisbehaves { get; set; }

    /// <summary>The cloud of the real service: Global, UsGovernmentL4, UsGovernmentL5 or China.</summary>
    public string Cloud { get; set; } = "Global";


    /// <summary>The most bytes a second of a backup or restore; null for as many as there are.</summary>
    public long? MaxBytesPerSecond { get; set; }
}
