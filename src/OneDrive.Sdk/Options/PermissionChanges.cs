using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>What changes of a permission; what is left out stays.</summary>
public sealed class PermissionChanges
{
    /// <summary>What the holder may do from now on.</summary>
    /// <value>Default: empty, unchanged.</value>
    public IReadOnlyList<PermissionRole> Roles { get; init; } = [];

    /// <summary>When the permission ends.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public DateTimeOffset? ExpirationDateTime { get; init; }
}
