using System.Reflection;
using System.Xml.Linq;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>The rules on what was built; <see cref="AssemblyRuleTests"/> sees each of them fail.</summary>
public sealed class AssemblyTests
{
    [Fact]
    public void Classes_AreSealed() => Rule.Holds(Shipped.Assemblies.SelectMany(assembly =>
        SealedRule.Check([.. assembly.GetTypes().Where(Shipped.IsWritten)], "OneDriveAuthenticationException")));

    [Fact]
    public void AsynchronousMethods_AreNamedSoAndTakeAToken() => Rule.Holds(Shipped.Types.SelectMany(AsyncSignatureRule.Check));

    [Fact]
    public void StaticFields_NeverChange() => Rule.Holds(Shipped.Types.SelectMany(StaticStateRule.Check));

    [Fact]
    public void PublicApi_ShowsNoTypeOfAnotherPackage() => Rule.Holds(Shipped.Types.SelectMany(PublicTypesRule.Check));

    [Fact]
    public void Secrets_AreNotPrinted() => Rule.Holds(Shipped.Types.SelectMany(SecretRule.Check));

    [Fact]
    public void Options_TellTheirDefaults() => Rule.Holds(Shipped.Assemblies.SelectMany(assembly =>
    {
        var documentation = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
        return assembly.GetTypes().Where(Shipped.IsWritten).SelectMany(type => OptionDocumentationRule.Check(type, documentation));
    }));

    [Fact]
    public void SdkAndEmulator_DoNotReferenceEachOther() => Rule.Holds(
        from assembly in Shipped.Assemblies
        from reference in assembly.GetReferencedAssemblies()
        where reference.Name!.StartsWith("OneDrive.", StringComparison.Ordinal)
        where IsEmulator(assembly.GetName()) != IsEmulator(reference) || assembly.GetName().Name == "OneDrive.Sdk"
        select $"{assembly.GetName().Name} references {reference.Name}");

    private static bool IsEmulator(AssemblyName assembly) => assembly.Name!.Contains("Emulator", StringComparison.Ordinal);
}
