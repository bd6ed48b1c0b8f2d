using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>The edition of a drive.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<DriveKind>))]
public readonly record struct DriveKind(string Value) : IOpenValue<DriveKind>
{
    /// <summary>A personal OneDrive.</summary>
    public static DriveKind Personal { get; } = new("personal");

    /// <summary>A OneDrive for work or school.</summary>
    public static DriveKind Business { get; } = new("business");

    /// <summary>A document library of SharePoint.</summary>
    public static DriveKind DocumentLibrary { get; } = new("documentLibrary");

    static DriveKind IOpenValue<DriveKind>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
