using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>The form in which a folder is shown.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<FolderViewType>))]
public readonly record struct FolderViewType(string Value) : IOpenValue<FolderViewType>
{
    /// <summary>The form the service likes best.</summary>
    public static FolderViewType Default { get; } = new("default");

    /// <summary>As icons.</summary>
    public static FolderViewType Icons { get; } = new("icons");

    /// <summary>As a table.</summary>
    public static FolderViewType Details { get; } = new("details");

    /// <summary>As thumbnails.</summary>
    public static FolderViewType Thumbnails { get; } = new("thumbnails");

    static FolderViewType IOpenValue<FolderViewType>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
