using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// What a search looks for: <c>search(q='text')</c>, with quotes in the text doubled. The link to the next page may carry its token behind
/// the parenthesis, without a question mark, as business drives have been seen to do.
/// </summary>
internal sealed partial class SearchText
{
    private readonly string _text;
    private readonly string? _token;

    public SearchText(string verb)
    {
        var match = Pattern().Match(verb);
        if (!match.Success)
        {
            throw GraphError.InvalidRequest("The search cannot be parsed. Use search(q='text').");
        }

        _text = match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal);
        _token = match.Groups["token"].Success ? match.Groups["token"].Value : null;
    }

    public static bool IsSearch(string verb) => verb.StartsWith("search(", StringComparison.OrdinalIgnoreCase);

    public bool Finds(ItemNode item) => Finds(item.Name) || Finds(item.Description);

    public bool Finds(string? text) => text?.Contains(_text, StringComparison.OrdinalIgnoreCase) is true;

    public Answer Page(Exchange exchange, ItemList list, DriveState drive, IReadOnlyList<ItemNode> items)
        => list.RenderFound(exchange, drive, items, _token, linksWithoutQuery: drive.Type != EmulatorDriveType.Personal);

    [GeneratedRegex(
        "^search\\(q='(?<text>(?:[^']|'')*)'\\)(?:&skipToken=(?<token>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
