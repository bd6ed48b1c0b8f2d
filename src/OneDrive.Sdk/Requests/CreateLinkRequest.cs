using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Requests;

/// <summary>The body that makes a sharing link.</summary>
[JsonRequest]
internal sealed partial class CreateLinkRequest
{
    public required SharingLinkType Type { get; init; }

    public SharingScope? Scope { get; init; }

    public DateTimeOffset? ExpirationDateTime { get; init; }

    public string? Password { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<DriveRecipient>? Recipients { get; init; }

    public bool? RetainInheritedPermissions { get; init; }

    public bool? SendNotification { get; init; }
}
