using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>What the entries of a folder are sorted by.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<FolderSortBy>))]
public readonly record struct FolderSortBy(string Value) : IOpenValue<FolderSortBy>
{
    /// <summary>The way the service likes best.</summary>
    public static FolderSortBy Default { get; } = new("default");

    /// <summary>The name.</summary>
    public static FolderSortBy Name { get; } = new("name");

    /// <summary>The type of the entry.</summary>
    public static FolderSortBy Type { get; } = new("type");

    /// <summary>The size.</summary>
    public static FolderSortBy Size { get; } = new("size");

    /// <summary>When a photo was taken, or else when the entry was created.</summary>
    public static FolderSortBy TakenOrCreatedDateTime { get; } = new("takenOrCreatedDateTime");

    /// <summary>When the entry was last changed.</summary>
    public static FolderSortBy LastModifiedDateTime { get; } = new("lastModifiedDateTime");

    /// <summary>An order that the user made.</summary>
    public static FolderSortBy Sequence { get; } = new("sequence");

    static FolderSortBy IOpenValue<FolderSortBy>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
