namespace OneDrive.Sdk;

/// <summary>What a permission is asked for.</summary>
public sealed class GetPermissionOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>roles</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];
}
