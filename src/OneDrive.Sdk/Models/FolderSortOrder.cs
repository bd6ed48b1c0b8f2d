using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>The direction in which the entries of a folder are sorted.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<FolderSortOrder>))]
public readonly record struct FolderSortOrder(string Value) : IOpenValue<FolderSortOrder>
{
    /// <summary>From small to large.</summary>
    public static FolderSortOrder Ascending { get; } = new("ascending");

    /// <summary>From large to small.</summary>
    public static FolderSortOrder Descending { get; } = new("descending");

    static FolderSortOrder IOpenValue<FolderSortOrder>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
