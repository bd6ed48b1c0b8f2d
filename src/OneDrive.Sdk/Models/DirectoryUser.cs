namespace OneDrive.Sdk.Models;

/// <summary>A person in the directory, as far as it is needed to choose a drive.</summary>
[JsonModel]
public sealed partial class DirectoryUser : Entity
{
    /// <summary>The name for people to read.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The name with which the person signs in.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Mail { get; init; }

    /// <summary>The address of the user's own site, which holds the drive; returned only when it is selected.</summary>
    public string? MySite { get; init; }
}
