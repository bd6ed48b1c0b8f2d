using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

public sealed class LinkTests
{
    [Fact]
    public void Links_LeadSomewhere() => Rule.Holds(Repository.Files("", "*.md").SelectMany(path => LinkRule.Check(
        path, Repository.Read(path), target => Path.Exists(Path.Combine(Repository.Root, target)), Repository.Read)));

    /// <summary>Packed texts resolve links from the top of the repository (src/Package.targets).</summary>
    [Fact]
    public void LinksOfPackedTexts_StartAtTheTop() => Rule.Holds(
        from path in Repository.Files("src", "README.md").Append("samples/Cli/README.md")
        from line in Repository.Read(path).Split('\n')
        from part in line.Split("](").Skip(1)
        let target = part.Split(')')[0]
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("../../", StringComparison.Ordinal)
        select $"{path} links to {target}, which does not start with ../../");

    [Fact]
    public void Check_WhenAFileOrAHeadingIsMissing_ReportsTheLine()
    {
        var violations = LinkRule.Check(
            "docs/a.md",
            "[here](b.md#a-part) [web](https://example.com/x)\n[gone](../c.md) "
                + "[part](b.md#other)\n```\n[code](x.md)\n```\n[me](#none)\n# Some",
            target => target is "docs/b.md",
            target => target is "docs/b.md" ? "# A `part`\n# [Linked](x.md): yes\n" : "# Some");

        Assert.Equal(
            [
                "docs/a.md(2): the link to ../c.md leads nowhere",
                "docs/a.md(2): the link to b.md#other leads nowhere",
                "docs/a.md(6): the link to #none leads nowhere",
            ],
            violations.Select(violation => violation.ToString()));
    }

    [Fact]
    public void Headings_AreNamedAsOnThePages() => Assert.Equal(
        ["with-azureidentity", "a", "a-1", "2-permissions", "aadsts1"],
        LinkRule.Headings("## With Azure.Identity\n# A\n# a\n## 2. Permissions\n```\n# code\n```\n| <a id=\"aadsts1\"></a> |\n"));
}
