using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Requests;

/// <summary>The body that changes a permission; what is null stays as it is and is not sent.</summary>
[JsonRequest]
internal sealed partial class UpdatePermissionRequest
{
    public IReadOnlyList<PermissionRole>? Roles { get; init; }

    public DateTimeOffset? ExpirationDateTime { get; init; }
}
