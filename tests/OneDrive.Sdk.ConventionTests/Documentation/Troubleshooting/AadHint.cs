using System.Text;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.ConventionTests.Documentation.Troubleshooting;

/// <summary>An arm of the switches in AadErrorHints: numbers of the sign-in service, and the hint for them.</summary>
/// <param name="Codes">The numbers, as the source lists them.</param>
/// <param name="Hint">The hint; values of the sign-in are in angle brackets.</param>
internal sealed record AadHint(IReadOnlyList<int> Codes, string Hint)
{
    private static readonly Regex Arm = new(
        @"^\s*(?<codes>\d+(\s+or\s+\d+)*)\s*=>\s*(?<text>.*?),\s*$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex Part = new(
        """\$?"(?<literal>(?:[^"\\]|\\.)*)"|(?<consent>Consent\(\w+\))""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Reads the source, because the hints are internal and their signature is not a contract.</summary>
    internal static IReadOnlyList<AadHint> In(string source) =>
    [
        .. from Match arm in Arm.Matches(source.ReplaceLineEndings("\n"))
           let codes = arm.Groups["codes"].Value.Split("or").Select(code => int.Parse(code.AsSpan().Trim(), provider: null)).ToList()
           select new AadHint(codes, Text(arm.Groups["text"].Value)),
    ];

    private static string Text(string expression)
    {
        var text = new StringBuilder();
        foreach (Match part in Part.Matches(expression))
        {
            text.Append(part.Groups["consent"].Success ? "the address in the message" : part.Groups["literal"].Value);
        }

        text.Replace("{thumbprint}", "(its thumbprint is in the message)")
            .Replace("{context.ClientId}", "this client id")
            .Replace("{context.Authority.Cloud.Name}", "the configured one")
            .Replace("{context.Authority.Cloud.SignInEndpoint.Authority}", "The host of the configured cloud")
            .Replace(": the address in the message", " at the address in the message.")
            .Replace("  ", " ");
        return text.ToString().Trim();
    }
}
