using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>The scope of a sharing link.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<SharingScope>))]
public readonly record struct SharingScope(string Value) : IOpenValue<SharingScope>
{
    /// <summary>Anyone with the link.</summary>
    public static SharingScope Anonymous { get; } = new("anonymous");

    /// <summary>Anyone in the organization with the link.</summary>
    public static SharingScope Organization { get; } = new("organization");

    /// <summary>Specific users only.</summary>
    public static SharingScope Users { get; } = new("users");

    static SharingScope IOpenValue<SharingScope>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
