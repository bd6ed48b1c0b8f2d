using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

/// <summary>Blocks for a system that the project is not tested on say so, and the list of such pages is complete.</summary>
public sealed class NotRunTests
{
    [Fact]
    public void PowerShell_IsMarkedAsNotRun() => Rule.Holds(
        Repository.Files("", "*.md").SelectMany(path => Unmarked(path, Repository.Read(path))));

    [Fact]
    public void PagesThatWereNotRun_AreListed()
    {
        var list = Repository.Read("docs/README.md").Split("## What was not run")[1];

        Rule.Holds(
            from path in Repository.Files("docs", "*.md")
            let name = Path.GetFileName(path)
            where name is not "README.md"
            where Repository.Read(path).Contains("```powershell", StringComparison.Ordinal)
                || Repository.Read(path).Contains("not compiled", StringComparison.Ordinal)
            where !list.Contains(name, StringComparison.Ordinal)
            select $"{path} holds code that is not run, and docs/README.md does not list it");
    }

    [Fact]
    public void Unmarked_WhenABlockHasNoMark_ReportsIt()
    {
        Assert.Empty(Unmarked("a.md", "Not run: Windows.\n\n```powershell\nGet-Date\n```\n"));
        Assert.Single(Unmarked("a.md", "Text.\n\n```powershell\nGet-Date\n```\n"));
    }

    private static IEnumerable<Violation> Unmarked(string path, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].Trim() is "```powershell"
                && !lines[..index].Last(line => line.Length > 0).StartsWith("Not run", StringComparison.OrdinalIgnoreCase))
            {
                yield return new Violation(path, index + 1, "a block of PowerShell needs 'Not run: …' before it");
            }
        }
    }
}
