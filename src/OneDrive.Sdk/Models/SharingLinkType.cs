using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>What a sharing link allows.</summary>
/// <param name="Value">The value on the wire; the service may send more values than those named here.</param>
[JsonConverter(typeof(OpenValueConverter<SharingLinkType>))]
public readonly record struct SharingLinkType(string Value) : IOpenValue<SharingLinkType>
{
    /// <summary>To look at the item.</summary>
    public static SharingLinkType View { get; } = new("view");

    /// <summary>To look at the item and change it.</summary>
    public static SharingLinkType Edit { get; } = new("edit");

    /// <summary>To show the item within a page.</summary>
    public static SharingLinkType Embed { get; } = new("embed");

    static SharingLinkType IOpenValue<SharingLinkType>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
