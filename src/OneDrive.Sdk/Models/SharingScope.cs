using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>Who a shared item is open to.</summary>
/// <param name="Value">The value on the wire; the service may send more values than those named here.</param>
[JsonConverter(typeof(OpenValueConverter<SharingScope>))]
public readonly record struct SharingScope(string Value) : IOpenValue<SharingScope>
{
    /// <summary>Everybody who has the link.</summary>
    public static SharingScope Anonymous { get; } = new("anonymous");

    /// <summary>Everybody in the organisation who has the link.</summary>
    public static SharingScope Organization { get; } = new("organization");

    /// <summary>Only the people named.</summary>
    public static SharingScope Users { get; } = new("users");

    static SharingScope IOpenValue<SharingScope>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
