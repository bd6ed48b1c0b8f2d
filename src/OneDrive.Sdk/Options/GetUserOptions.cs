namespace OneDrive.Sdk;

/// <summary>What a user is asked for.</summary>
public sealed class GetUserOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>mySite</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];
}
