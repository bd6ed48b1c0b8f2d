using System.Text.Json;

namespace OneDrive.Sdk.SharePoint;

/// <summary>An earlier state of an entry of a list.</summary>
[JsonModel]
public sealed partial class ListItemVersion : BaseItemVersion
{
    /// <summary>The values of the columns, by the internal names of the columns; returned only when they are expanded.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }
}
