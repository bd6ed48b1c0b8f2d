using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>Each hard subject has one place: retry, signed tokens, percent-encoding, the meaning of a status.</summary>
public sealed class ConfinementTests
{
    private static readonly IReadOnlyList<SourceFile> Sdk = Repository.Sources("src/OneDrive.Sdk");

    [Fact]
    public void Polly_IsKnownToTheRetryFilesOnly() => Rule.Holds(ConfinementRule.Check(Sdk, new(
        "retry has one place",
        ["Polly", "ResiliencePipeline", "ResiliencePipelineBuilder", "ResilienceContext"],
        ["RetryPipeline", "RetryHandler"])));

    [Fact]
    public void JwtPackage_IsKnownToTheSignerOnly() => Rule.Holds(ConfinementRule.Check(Sdk, new(
        "the package can be exchanged, and trimmed away where dynamic code is not supported",
        ["IdentityModel", "JwtSecurityToken", "JwtSecurityTokenHandler", "JwtHeader", "JwtPayload"],
        ["JwtClientAssertionSigner", "IdTokenValidator"])));

    [Fact]
    public void PercentEncoding_HappensInThePathEncoderAndTheQueryWriterOnly() => Rule.Holds(ConfinementRule.Check(Sdk, new(
        "what is encoded in two places is encoded twice",
        ["EscapeDataString", "EscapeUriString", "UrlEncode", "UrlPathEncode", "UrlEncoder", "HttpUtility", "WebUtility", "HexEscape"],
        ["PathEncoding", "GraphTransport"])));

    [Fact]
    public void ApiExceptions_AreCreatedByErrorReaderOnly()
    {
        var root = Type.GetType("OneDrive.Sdk.OneDriveApiException, OneDrive.Sdk", throwOnError: true)!;
        var types = root.Assembly.GetTypes().Where(root.IsAssignableFrom).Select(type => type.Name).ToList();

        Assert.Contains("ThrottledException", types);
        Rule.Holds(CreationRule.Check(Sdk, types, "ErrorReader"));
    }

    [Fact]
    public void Check_WhenAConfinedWordIsUsedElsewhere_ReportsFileAndLine()
    {
        SourceFile[] files = [new("Http/Retry.cs", "using Polly;"), new("Clients/Items.cs", "// Polly\n\"Polly\";\nusing Polly;")];

        var violation = Assert.Single(ConfinementRule.Check(files, new("retry has one place", ["Polly"], ["Retry"])));

        Assert.Equal("Clients/Items.cs(3): Polly may be used only in Retry: retry has one place", violation.ToString());
    }

    [Fact]
    public void Check_WhenATypeIsCreatedElsewhere_ReportsFileAndLine()
    {
        SourceFile[] files = [new("ErrorReader.cs", "new AException();"), new("B.cs", "catch (AException) {\nthrow new AException(); }")];

        var violation = Assert.Single(CreationRule.Check(files, ["AException"], "ErrorReader"));

        Assert.Equal("B.cs(2): AException is created; only ErrorReader may", violation.ToString());
    }
}
