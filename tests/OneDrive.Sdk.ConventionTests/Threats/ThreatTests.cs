using System.Text.RegularExpressions;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Threats;

/// <summary>The threat table, and those of its rows that are promises about the source.</summary>
public sealed class ThreatTests
{
    private const string Table = "docs/threats.md";

    /// <summary>Takes apart an address that the SDK wrote and sealed itself, within a second.</summary>
    private const string ReadsWhatWeWrote = "ItemAddressText";

    private static readonly string[] CertificateSwitches =
    [
        "ServerCertificateCustomValidationCallback", "RemoteCertificateValidationCallback", "ServerCertificateValidationCallback",
        "DangerousAcceptAnyServerCertificateValidator", "SslOptions", "ServicePointManager",
    ];

    [Fact]
    public void EveryThreat_HasATest() => Rule.Holds(ThreatRule.Check(Repository.Read(Table), Repository.Sources("tests")));

    [Fact]
    public void TheTable_HasAllRows() =>
        Assert.Equal(29, Regex.Count(Repository.Read(Table), @"^\| T\d+ \|", RegexOptions.Multiline | RegexOptions.NonBacktracking));

    [Fact]
    [Trait("Threat", "T11")]
    public void ChecksOfCertificates_AreNeverSwitchedOff() => Rule.Holds(
        from file in Repository.Sources("src")
        from token in file.Code
        where token.Kind == TokenKind.Word && CertificateSwitches.Contains(token.Text, StringComparer.Ordinal)
        select file.At(token.Line, $"{token.Text} decides which server is trusted"));

    [Fact]
    [Trait("Threat", "T17")]
    public void RegularExpressions_RunOverNothingThatCameFromOutside() => Rule.Holds(
        from file in Repository.Sources(
            "src/OneDrive.Sdk", "src/OneDrive.Sdk.Azure", "src/OneDrive.Sdk.DistributedCache", "src/OneDrive.Sdk.EntityFrameworkCore",
            "src/OneDrive.Sdk.HealthChecks", "src/OneDrive.Sdk.Redis")
        where file.Name != ReadsWhatWeWrote
        from token in file.Code
        where token.Kind == TokenKind.Word && token.Text is "Regex" or "GeneratedRegex" or "RegularExpressions"
        select file.At(token.Line, $"{token.Text}: read untrusted text by hand"));

    [Fact]
    [Trait("Threat", "T27")]
    public void Advisories_AreLookedForAndTheJwtPackageCanBeRaised()
    {
        var versions = Repository.Read("Directory.Packages.props");
        var settings = Repository.Read("Directory.Build.props");

        Assert.Matches(@"<IdentityModelVersion>\d+(\.\d+)+</IdentityModelVersion>", versions);
        Assert.Contains("<NuGetAudit>true</NuGetAudit>", settings, StringComparison.Ordinal);
        Assert.Contains("<NuGetAuditMode>all</NuGetAuditMode>", settings, StringComparison.Ordinal);
        Assert.Contains("--vulnerable", Repository.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WhenARowHasNoTest_ReportsIt() =>
        Assert.Equal(["T2 has no test"], ThreatRule.Check("| T1 | a |\n| T2 | b |\n", [Marked("T1")]));

    [Fact]
    public void Check_WhenATestNamesNoRow_ReportsIt() =>
        Assert.Equal(["a.cs names T3, no row"], ThreatRule.Check("| T1 | a |\n", [Marked("T1"), Marked("T3")]));

    [Fact]
    public void Check_WhenARowComesTwice_ReportsIt() =>
        Assert.Equal(["T1 comes twice"], ThreatRule.Check("| T1 | a |\n| T1 | b |\n", [Marked("T1")]));

    private static SourceFile Marked(string id) => new("a.cs", "[Trait(\"Threat\", \"" + id + "\")]");
}
