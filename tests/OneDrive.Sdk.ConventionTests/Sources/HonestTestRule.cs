using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>A test is not skipped, does not sleep and can fail.</summary>
internal static class HonestTestRule
{
    private static readonly string[] Attributes = ["Fact", "Theory", "InlineData", "MemberData", "ClassData", "Trait"];

    internal static IEnumerable<Violation> Check(SourceFile file) =>
    [
        .. Attributes
            .SelectMany(attribute => file.Find(attribute, "(").SelectMany(token => Arguments(file, token, attribute)))
            .Where(argument => argument.Text.StartsWith("Skip", StringComparison.Ordinal) || argument.Text == "Explicit")
            .Where(argument => argument.Kind == TokenKind.Word)
            .Select(argument => file.At(argument.Line, "a skipped test")),
        .. file.Find("Assert", ".", "Skip").Select(token => file.At(token.Line, "a skipped test")),
        .. file.Find("Thread", ".", "Sleep").Select(token => file.At(token.Line, "a sleep")),
        .. file.Find("Task", ".", "Delay", "(")
            .Where(token => !Arguments(file, token, "Delay").Any(IsClock))
            .Select(token => file.At(token.Line, "a sleep")),
        .. file.Find("Assert", ".", "True", "(", "true").Select(token => file.At(token.Line, "an assertion that cannot fail")),
        .. file.Find("Assert", ".", "False", "(", "false").Select(token => file.At(token.Line, "an assertion that cannot fail")),
    ];

    /// <summary>The tokens between the parentheses of what is called, from the given token on; its line may have others.</summary>
    private static IEnumerable<Token> Arguments(SourceFile file, Token start, string called)
    {
        var depth = 0;
        var call = file.Code.SkipWhile(token => token != start).SkipWhile(token => !token.Is(called));
        foreach (var token in call.SkipWhile(token => !token.Is("(")))
        {
            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
            if (depth == 0)
            {
                yield break;
            }

            yield return token;
        }
    }

    private static bool IsClock(Token token) =>
        token.Kind == TokenKind.Word
        && (token.Text.Contains("clock", StringComparison.OrdinalIgnoreCase)
            || token.Text.EndsWith("timeProvider", StringComparison.OrdinalIgnoreCase));
}
