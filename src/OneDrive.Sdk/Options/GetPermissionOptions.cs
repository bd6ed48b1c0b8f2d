namespace OneDrive.Sdk;

/// <summary>Options for getting a permission.</summary>
public sealed class GetPermissionOptions
{
    /// <summary>The properties to return, by their names in JSON, such as <c>id</c> and <c>roles</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];
}
