namespace OneDrive.Sdk;

/// <summary>Options for getting a drive.</summary>
public sealed class GetDriveOptions
{
    /// <summary>The properties to return, by JSON name, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];
}
