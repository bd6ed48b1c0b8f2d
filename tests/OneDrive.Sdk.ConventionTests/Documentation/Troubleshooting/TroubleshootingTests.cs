using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation.Troubleshooting;

/// <summary>docs/troubleshooting.md has every number that the code has a hint for, and every exception.</summary>
public sealed class TroubleshootingTests
{
    private const string Page = "docs/troubleshooting.md";

    private static IReadOnlyList<AadHint> Hints => AadHint.In(
        Repository.Sources("src/OneDrive.Sdk").Single(file => Path.GetFileName(file.Path) == "AadErrorHints.cs").Text);

    [Fact]
    public void Page_IsWhatTheCodeSays() => GeneratedFile.IsUpToDate(
        Page,
        GeneratedFile.Fill(
            Repository.Read(Page),
            new Dictionary<string, string>
            {
                ["numbers"] = TroubleshootingPage.WriteNumbers(Hints),
                ["exceptions"] = TroubleshootingPage.WriteExceptions(),
            }));

    [Fact]
    public void Exceptions_HaveCausesAndARemedy() => Rule.Holds(
        TroubleshootingPage.Exceptions.Select(type => type.Name)
            .Except(ExceptionRemedy.All.Keys)
            .Select(name => $"{name} has no causes and no remedy in {nameof(ExceptionRemedy)}"));

    [Fact]
    public void Messages_BelongToANumberWithAHint() => Rule.Holds(
        AadMessages.All.Keys.Except(Hints.SelectMany(hint => hint.Codes)).Select(code => $"AADSTS{code} has a message and no hint"));

    [Fact]
    public void Hints_AreAllRead() => Assert.InRange(Hints.Sum(hint => hint.Codes.Count), 120, 250);

    [Fact]
    public void In_ReadsNumbersLiteralsAndValues()
    {
        var hint = Assert.Single(AadHint.In(
            """
                700027 or 5 =>
                    $"Upload {thumbprint}, "
                    + "and grant consent: " + Consent(context),
                _ => null,
            """));

        Assert.Equal([700027, 5], hint.Codes);
        Assert.Equal("Upload (its thumbprint is in the message), and grant consent at the address in the message.", hint.Hint);
    }
}
