namespace OneDrive.Sdk;

/// <summary>What a drive is asked for.</summary>
public sealed class GetDriveOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];
}
