using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Requests;

/// <summary>The body that gives users a permission, by invitation or, with recipients and roles only, on a link.</summary>
[JsonRequest]
internal sealed partial class InviteRequest
{
    public required IReadOnlyList<DriveRecipient> Recipients { get; init; }

    public string? Message { get; init; }

    public bool? RequireSignIn { get; init; }

    public bool? SendInvitation { get; init; }

    public required IReadOnlyList<PermissionRole> Roles { get; init; }

    public string? Password { get; init; }

    public DateTimeOffset? ExpirationDateTime { get; init; }

    public bool? RetainInheritedPermissions { get; init; }
}
