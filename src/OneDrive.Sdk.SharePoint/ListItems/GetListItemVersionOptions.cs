namespace OneDrive.Sdk.SharePoint;

/// <summary>What the versions of an entry of a list are asked for.</summary>
public sealed class GetListItemVersionOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>lastModifiedDateTime</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>fields</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];
}
