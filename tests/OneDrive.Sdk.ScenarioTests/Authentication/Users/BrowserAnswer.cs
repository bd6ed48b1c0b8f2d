using System.Net;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>What the sign-in page answered.</summary>
internal sealed record BrowserAnswer(HttpStatusCode Status, Uri? Location, string Page)
{
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    internal Uri FormAction => new(Find("action=\"(?<value>[^\"]*)\""));

    internal Dictionary<string, string> FormFields => Regex.Matches(Page, "name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", Plain)
        .ToDictionary(
            match => WebUtility.HtmlDecode(match.Groups["name"].Value),
            match => WebUtility.HtmlDecode(match.Groups["value"].Value),
            StringComparer.Ordinal);

    /// <summary>The link with this text.</summary>
    internal string Link(string text) => Find($"href=\"(?<value>[^\"]*)\">{Regex.Escape(text)}<");

    private string Find(string pattern) => WebUtility.HtmlDecode(Regex.Match(Page, pattern, Plain).Groups["value"].Value);
}
