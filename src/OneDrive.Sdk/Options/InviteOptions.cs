namespace OneDrive.Sdk;

/// <summary>How people are invited to an item.</summary>
public sealed class InviteOptions
{
    /// <summary>Whether the invited have to sign in to see the item.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool RequireSignIn { get; init; } = true;

    /// <summary>Whether an e-mail is sent; otherwise the permission is given in silence.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool SendInvitation { get; init; }

    /// <summary>What the e-mail says, up to 2000 characters, see https://learn.microsoft.com/graph/api/driveitem-invite.</summary>
    /// <value>Default: <see langword="null"/>, nothing of the caller's own.</value>
    public string? Message { get; init; }

    /// <summary>When the permission ends; on business drives only for recipients without an account.</summary>
    /// <value>Default: <see langword="null"/>, it does not end.</value>
    public DateTimeOffset? ExpirationDateTime { get; init; }

    /// <summary>The password that the invited are asked for; personal drives only.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Password { get; init; }

    /// <summary>Whether the item keeps the permissions that it has from its folder when it is shared for the first time.</summary>
    /// <value>Default: <see langword="null"/>, the service keeps them.</value>
    public bool? RetainInheritedPermissions { get; init; }
}
