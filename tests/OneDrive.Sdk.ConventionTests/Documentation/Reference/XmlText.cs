using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>XML documentation as Markdown in one line.</summary>
internal static class XmlText
{
    internal static string Of(XElement? element)
    {
        var text = string.Concat(element?.Nodes().Select(Of) ?? []);
        return Regex.Replace(text, @"\s+", " ", RegexOptions.NonBacktracking).Trim();
    }

    private static string Of(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => OfReference(see),
        XElement { Name.LocalName: "paramref" } parameter => $"`{parameter.Attribute("name")?.Value}`",
        XElement other => Of(other),
        _ => "",
    };

    private static string OfReference(XElement see)
    {
        if (see.Attribute("href")?.Value is { } address)
        {
            return $"[Microsoft's documentation]({address})";
        }

        var name = see.Attribute("langword")?.Value ?? LastName(see.Attribute("cref")!.Value);
        return $"`{name}`";
    }

    private static string LastName(string id)
    {
        var name = id.Split('(')[0];
        var isMember = name[0] is not 'T';
        var parts = name[2..].Split('.');
        return isMember && parts[^2] is "OneDriveCloud" or "RetryMode" or "TimeProvider" ? $"{parts[^2]}.{parts[^1]}" : parts[^1];
    }
}
