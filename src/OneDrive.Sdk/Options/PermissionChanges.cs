using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Changes of a permission. Properties that are not set stay unchanged.</summary>
public sealed class PermissionChanges
{
    /// <summary>The new roles.</summary>
    /// <value>Default: empty, unchanged.</value>
    public IReadOnlyList<PermissionRole> Roles { get; init; } = [];

    /// <summary>When the permission expires.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public DateTimeOffset? ExpirationDateTime { get; init; }
}
