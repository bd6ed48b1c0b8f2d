using System.Xml;
using System.Xml.Linq;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Projects;

/// <summary>
/// The emulator and its tool do not reference the SDK, nor the SDK them: they would be wrong together and nobody would notice.
/// </summary>
internal static class ProjectReferenceRule
{
    internal static IEnumerable<Violation> Check(string path, string text) =>
        from element in XDocument.Parse(text, LoadOptions.SetLineInfo).Descendants()
        where element.Name.LocalName is "ProjectReference" or "PackageReference" or "Reference" or "Compile"
        let target = (string?)element.Attribute("Include") ?? ""
        where target.Contains("OneDrive.Sdk", StringComparison.Ordinal) && IsEmulator(path) != IsEmulator(target)
        select new Violation(path, ((IXmlLineInfo)element).LineNumber, $"{element.Name.LocalName} {target}");

    private static bool IsEmulator(string path) => path.Contains("Emulator", StringComparison.Ordinal);
}
