namespace OneDrive.Sdk.Emulator;

/// <summary>The options of a new user.</summary>
public sealed class EmulatorUserOptions
{
    /// <summary>The object id.</summary>
    /// <value>null: a generated id, the same in each run.</value>
    public string? Id { get; set; }

    /// <summary>The sign-in name.</summary>
    /// <value>null: a generated name in the domain of the tenant.</value>
    public string? UserPrincipalName { get; set; }

    /// <summary>The display name.</summary>
    /// <value>null: the first part of the sign-in name.</value>
    public string? DisplayName { get; set; }

    /// <summary>The mail address.</summary>
    /// <value>null: the sign-in name.</value>
    public string? Mail { get; set; }

    /// <summary>The kind of drive.</summary>
    /// <value><see cref="EmulatorDriveType.Business"/>.</value>
    public EmulatorDriveType DriveType { get; set; }

    /// <summary>The quota of the drive, in bytes.</summary>
    /// <value>null: 1 TiB.</value>
    public long? Quota { get; set; }
}
