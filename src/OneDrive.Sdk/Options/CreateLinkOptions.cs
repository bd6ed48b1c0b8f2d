using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Options for creating a sharing link.</summary>
public sealed class CreateLinkOptions
{
    /// <summary>The scope of the link.</summary>
    /// <value>Default: <see langword="null"/>, the default of the organization.</value>
    public SharingScope? Scope { get; init; }

    /// <summary>When the link expires.</summary>
    /// <value>Default: <see langword="null"/>, no expiration unless the organization sets one.</value>
    public DateTimeOffset? ExpirationDateTime { get; init; }

    /// <summary>The password of the link; supported on personal drives only.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Password { get; init; }

    /// <summary>Whether the item keeps its inherited permissions when it is shared for the first time.</summary>
    /// <value>Default: <see langword="null"/>, the service keeps them.</value>
    public bool? RetainInheritedPermissions { get; init; }

    /// <summary>The users of a link with the scope <see cref="SharingScope.Users"/>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<DriveRecipient> Recipients { get; init; } = [];

    /// <summary>Whether the recipients are notified by e-mail.</summary>
    /// <value>Default: <see langword="null"/>, the service decides.</value>
    public bool? SendNotification { get; init; }

    /// <summary>The text of the e-mail to the recipients.</summary>
    /// <value>Default: <see langword="null"/>, no additional text.</value>
    public string? Message { get; init; }
}
