using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>The product that created an item.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<DriveItemSourceApplication>))]
public readonly record struct DriveItemSourceApplication(string Value) : IOpenValue<DriveItemSourceApplication>
{
    /// <summary>The item comes from Teams.</summary>
    public static DriveItemSourceApplication Teams { get; } = new("teams");

    /// <summary>The item comes from Yammer.</summary>
    public static DriveItemSourceApplication Yammer { get; } = new("yammer");

    /// <summary>The item comes from SharePoint.</summary>
    public static DriveItemSourceApplication SharePoint { get; } = new("sharePoint");

    /// <summary>The item comes from OneDrive.</summary>
    public static DriveItemSourceApplication OneDrive { get; } = new("oneDrive");

    /// <summary>The item comes from Stream.</summary>
    public static DriveItemSourceApplication Stream { get; } = new("stream");

    /// <summary>The item comes from PowerPoint.</summary>
    public static DriveItemSourceApplication PowerPoint { get; } = new("powerPoint");

    /// <summary>The item comes from Office.</summary>
    public static DriveItemSourceApplication Office { get; } = new("office");

    /// <summary>The item comes from Loki.</summary>
    public static DriveItemSourceApplication Loki { get; } = new("loki");

    /// <summary>The item comes from Loop.</summary>
    public static DriveItemSourceApplication Loop { get; } = new("loop");

    /// <summary>The item comes from another product.</summary>
    public static DriveItemSourceApplication Other { get; } = new("other");

    static DriveItemSourceApplication IOpenValue<DriveItemSourceApplication>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
