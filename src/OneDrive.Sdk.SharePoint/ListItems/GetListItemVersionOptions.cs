namespace OneDrive.Sdk.SharePoint;

/// <summary>Options for getting versions of a list entry.</summary>
public sealed class GetListItemVersionOptions
{
    /// <summary>The properties to return, by their names in JSON, such as <c>id</c> and <c>lastModifiedDateTime</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>fields</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];
}
