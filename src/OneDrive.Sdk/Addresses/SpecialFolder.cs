using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>
/// The name of a special folder, which the service identifies by its purpose, independent of the user's language; see
/// https://learn.microsoft.com/graph/api/drive-get-specialfolder.
/// </summary>
/// <param name="Value">The name in JSON; case-insensitive.</param>
[JsonConverter(typeof(OpenValueConverter<SpecialFolder>))]
public readonly record struct SpecialFolder(string Value) : IOpenValue<SpecialFolder>
{
    /// <summary>The Documents folder.</summary>
    public static SpecialFolder Documents { get; } = new("documents");

    /// <summary>The Photos folder.</summary>
    public static SpecialFolder Photos { get; } = new("photos");

    /// <summary>The Camera Roll folder, where phones put their pictures.</summary>
    public static SpecialFolder CameraRoll { get; } = new("cameraroll");

    /// <summary>The folder of the calling application.</summary>
    public static SpecialFolder AppRoot { get; } = new("approot");

    /// <summary>The Music folder.</summary>
    public static SpecialFolder Music { get; } = new("music");

    /// <summary>The Desktop folder.</summary>
    public static SpecialFolder Desktop { get; } = new("desktop");

    static SpecialFolder IOpenValue<SpecialFolder>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(SpecialFolder other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
