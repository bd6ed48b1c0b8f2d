using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>The type of access that a sharing link grants.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<SharingLinkType>))]
public readonly record struct SharingLinkType(string Value) : IOpenValue<SharingLinkType>
{
    /// <summary>Read-only access.</summary>
    public static SharingLinkType View { get; } = new("view");

    /// <summary>Read and write access.</summary>
    public static SharingLinkType Edit { get; } = new("edit");

    /// <summary>Embedding of the item in a web page.</summary>
    public static SharingLinkType Embed { get; } = new("embed");

    static SharingLinkType IOpenValue<SharingLinkType>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
