namespace OneDrive.Sdk;

/// <summary>What a version is asked for.</summary>
public sealed class GetVersionOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>size</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];
}
