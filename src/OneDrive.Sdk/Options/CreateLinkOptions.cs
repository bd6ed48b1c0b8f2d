using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>What kind of sharing link is made, and for whom.</summary>
public sealed class CreateLinkOptions
{
    /// <summary>Who the link works for.</summary>
    /// <value>Default: <see langword="null"/>, what the organisation has set as its default.</value>
    public SharingScope? Scope { get; init; }

    /// <summary>When the link ends.</summary>
    /// <value>Default: <see langword="null"/>, it does not end unless the organisation says so.</value>
    public DateTimeOffset? ExpirationDateTime { get; init; }

    /// <summary>The password that the link asks for; personal drives only.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Password { get; init; }

    /// <summary>Whether the item keeps the permissions that it has from its folder when it is shared for the first time.</summary>
    /// <value>Default: <see langword="null"/>, the service keeps them.</value>
    public bool? RetainInheritedPermissions { get; init; }

    /// <summary>The people that a link with the scope <see cref="SharingScope.Users"/> works for.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<DriveRecipient> Recipients { get; init; } = [];

    /// <summary>Whether the recipients are told by e-mail.</summary>
    /// <value>Default: <see langword="null"/>, the service decides.</value>
    public bool? SendNotification { get; init; }

    /// <summary>What the e-mail to the recipients says.</summary>
    /// <value>Default: <see langword="null"/>, nothing of the caller's own.</value>
    public string? Message { get; init; }
}
