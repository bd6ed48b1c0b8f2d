using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>The edition of a drive.</summary>
/// <param name="Value">The value on the wire; the service may send more values than those named here.</param>
[JsonConverter(typeof(OpenValueConverter<DriveKind>))]
public readonly record struct DriveKind(string Value) : IOpenValue<DriveKind>
{
    /// <summary>The OneDrive of a private person.</summary>
    public static DriveKind Personal { get; } = new("personal");

    /// <summary>The OneDrive of a person in an organisation.</summary>
    public static DriveKind Business { get; } = new("business");

    /// <summary>A document library of SharePoint.</summary>
    public static DriveKind DocumentLibrary { get; } = new("documentLibrary");

    static DriveKind IOpenValue<DriveKind>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
