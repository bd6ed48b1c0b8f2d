using System.Text;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// Files in other formats, as https://learn.microsoft.com/graph/api/driveitem-get-content-format lists them. What comes out names the file,
/// and is otherwise empty.
/// </summary>
internal static class Conversions
{
    /// <summary>What the address of a conversion names, for <see cref="DownloadUrls"/>.</summary>
    public const string PartPrefix = "format:";

    private const string ToPdf = " csv doc docx odp ods odt pot potm potx pps ppsx ppsxm ppt pptm pptx rtf xls xlsx ";
    private const string ToPicture = " bmp gif heic jpeg jpg pdf png tif tiff webp ";

    /// <summary>Whether the service converts the file.</summary>
    public static bool IsOffered(ItemNode file, string format)
    {
        var from = $" {Path.GetExtension(file.Name).TrimStart('.').ToLowerInvariant()} ";
        return format.ToLowerInvariant() switch
        {
            "pdf" => ToPdf.Contains(from, StringComparison.Ordinal),
            "jpg" => ToPicture.Contains(from, StringComparison.Ordinal),
            "html" => " eml loop md msg ".Contains(from, StringComparison.Ordinal),
            "glb" => " 3mf cool fbx obj ply stl ".Contains(from, StringComparison.Ordinal),
            _ => false,
        };
    }

    public static StoredContent Convert(ItemNode file, string format) => StoredContent.Of(format.ToLowerInvariant() switch
    {
        "pdf" => Encoding.UTF8.GetBytes($"%PDF-1.4\n% {file.Name}\ntrailer <</Root 1 0 R>>\n%%EOF\n"),
        "html" => Encoding.UTF8.GetBytes($"<!DOCTYPE html><title>{System.Net.WebUtility.HtmlEncode(file.Name)}</title>\n"),
        "jpg" => ThumbnailRenderer.Dot,
        _ => "glTF"u8,
    });
}
