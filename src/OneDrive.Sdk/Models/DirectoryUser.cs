namespace OneDrive.Sdk.Models;

/// <summary>A user in the directory, as far as it is needed to choose a drive.</summary>
[JsonModel]
public sealed partial class DirectoryUser : Entity
{
    /// <summary>The display name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The sign-in name of the user.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Mail { get; init; }

    /// <summary>The address of the user's own site, which holds the drive; returned only when it is selected.</summary>
    public string? MySite { get; init; }
}
