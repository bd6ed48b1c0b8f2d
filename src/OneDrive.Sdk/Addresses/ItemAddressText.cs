using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Addresses;

/// <summary>Reads what <see cref="ItemAddress.ToString"/> writes, except for sharing links: their token is not in the text.</summary>
internal static partial class ItemAddressText
{
    /// <summary>Reads an address; null when the text does not tell it.</summary>
    internal static ItemAddress? TryParse(string text)
    {
        if (Form().Match(text) is not { Success: true } match || TryParseDrive(match.Groups["drive"].Value) is not { } drive)
            return null;

        var start = match.Groups["item"] is { Success: true } item ? drive.Item(Decode(item.Value))
            : match.Groups["special"] is { Success: true } special ? drive.Special(new SpecialFolder(Decode(special.Value)))
            : drive.Root;
        return match.Groups["path"] is { Success: true } path
            ? path.Value.Split('/').Aggregate(start, (address, name) => address.Child(Decode(name)))
            : start;
    }

    private static DriveAddress? TryParseDrive(string text)
    {
        try
        {
            return DriveAddress.Parse(Decode(text));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text);

    [GeneratedRegex(
        "^(?<drive>.+?)/(?:root|items/(?<item>[^/:]+)|special/(?<special>[^/:]+))(?::/(?<path>.+))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
