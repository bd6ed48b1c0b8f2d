using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>What kind of package an item is.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<PackageType>))]
public readonly record struct PackageType(string Value) : IOpenValue<PackageType>
{
    /// <summary>A notebook of OneNote.</summary>
    public static PackageType OneNote { get; } = new("oneNote");

    static PackageType IOpenValue<PackageType>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
