using System.Xml.Linq;

namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>Shows the rules on assemblies samples that break them.</summary>
public sealed class AssemblyRuleTests
{
    [Fact]
    public void SealedRule_FindsTheOpenClassOnly() => Assert.Equal(
        [$"{typeof(Samples.Open).FullName} is not sealed"],
        SealedRule.Check([typeof(Samples.Open), typeof(Samples.Base), typeof(Samples.Derived), typeof(Samples.Abstract)]));

    [Fact]
    public void SealedRule_LetsAClassBeThatIsOpenByDesign() => Assert.Empty(SealedRule.Check([typeof(Samples.Open)], nameof(Samples.Open)));

    [Fact]
    public void AsyncSignatureRule_FindsEachBrokenSignature() => Assert.Equal(
        [
            "DropAsync is named Async but returns Void",
            "FetchAsync has no cancellation token at the end",
            "LateAsync has no cancellation token at the end",
            "Load has no cancellation token at the end",
            "Load is awaited but not named Async",
            "ReadAsync has no cancellation token at the end",
            "SendAsync has a cancellation token without a default",
        ],
        AsyncSignatureRule.Check(typeof(Samples.IBrokenClient)).Select(WithoutType).Order(StringComparer.Ordinal));

    [Fact]
    public void AsyncSignatureRule_LetsForeignContractsBe() => Assert.Empty(AsyncSignatureRule.Check(typeof(Samples.GoodClient)));

    [Fact]
    public void AsyncSignatureRule_LetsDelegatesBe() => Assert.Empty(AsyncSignatureRule.Check(typeof(Samples.Handler)));

    [Fact]
    public void StaticStateRule_FindsWhatCanChange() => Assert.Equal(
        [
            "<Setting>k__BackingField is static and can be set",
            "Array is static and holds a Int32[], which can be changed",
            "Cache is static and holds a Dictionary`2, which can be changed",
            "Counter is static and can be set",
        ],
        StaticStateRule.Check(typeof(Samples.State)).Select(WithoutType).Order(StringComparer.Ordinal));

    [Fact]
    public void PublicTypesRule_FindsForeignTypesAlsoInsideOthers() => Assert.Equal(
        ["Send shows Xunit.Abstractions.ITestOutputHelper", "ctor shows Xunit.Abstractions.ITestOutputHelper"],
        PublicTypesRule.Check(typeof(Samples.Foreign)).Select(WithoutType).Order(StringComparer.Ordinal));

    [Fact]
    public void SecretRule_FindsTheRecordThatPrintsItsSecrets() => Assert.Equal(
        ["ToString() prints ClientSecret", "ToString() prints UploadUrl"],
        SecretRule.Check(typeof(Samples.Leaky)).Select(WithoutType).Order(StringComparer.Ordinal));

    [Fact]
    public void SecretRule_FindsTheTokenThatPrintsItsValue() => Assert.Single(SecretRule.Check(typeof(Samples.LeakyToken)));

    [Theory]
    [InlineData(typeof(Samples.Discreet))]
    [InlineData(typeof(Samples.Silent))]
    public void SecretRule_LetsTypesBeThatPrintNoSecret(Type type) => Assert.Empty(SecretRule.Check(type));

    [Fact]
    public void OptionDocumentationRule_FindsThePropertyWithoutDefault()
    {
        var name = typeof(Samples.SampleOptions).FullName!.Replace('+', '.');
        var documentation = XDocument.Parse(
            $"""
            <doc><members>
              <member name="P:{name}.Told"><value>1</value></member>
              <member name="P:{name}.Untold"><summary>x</summary></member>
            </members></doc>
            """);

        var violation = Assert.Single(OptionDocumentationRule.Check(typeof(Samples.SampleOptions), documentation));

        Assert.Equal($"{name}.Untold does not tell its default in <value>", violation);
    }

    private static string WithoutType(string line) => line[(line.IndexOf('.', line.IndexOf('+', StringComparison.Ordinal)) + 1)..];
}
