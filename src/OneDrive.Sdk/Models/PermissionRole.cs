using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>What the holder of a permission may do.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<PermissionRole>))]
public readonly record struct PermissionRole(string Value) : IOpenValue<PermissionRole>
{
    /// <summary>To read the item.</summary>
    public static PermissionRole Read { get; } = new("read");

    /// <summary>To read the item and change it.</summary>
    public static PermissionRole Write { get; } = new("write");

    /// <summary>To do everything, as its owner.</summary>
    public static PermissionRole Owner { get; } = new("owner");

    static PermissionRole IOpenValue<PermissionRole>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
