namespace OneDrive.Sdk;

/// <summary>Options for inviting users to an item.</summary>
public sealed class InviteOptions
{
    /// <summary>Whether the invited users must sign in to access the item.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool RequireSignIn { get; init; } = true;

    /// <summary>Whether an e-mail is sent; otherwise the permission is granted without a notification.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool SendInvitation { get; init; }

    /// <summary>The text of the e-mail, up to 2,000 characters, see https://learn.microsoft.com/graph/api/driveitem-invite.</summary>
    /// <value>Default: <see langword="null"/>, no additional text.</value>
    public string? Message { get; init; }

    /// <summary>When the permission expires; on supported on business drives only for recipients without an account.</summary>
    /// <value>Default: <see langword="null"/>, no expiration.</value>
    public DateTimeOffset? ExpirationDateTime { get; init; }

    /// <summary>The password for the invited users; supported on personal drives only.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Password { get; init; }

    /// <summary>Whether the item keeps its inherited permissions when it is shared for the first time.</summary>
    /// <value>Default: <see langword="null"/>, the service keeps them.</value>
    public bool? RetainInheritedPermissions { get; init; }
}
