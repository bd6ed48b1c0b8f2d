using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>Some types may be created in one file only.</summary>
internal static class CreationRule
{
    internal static IEnumerable<Violation> Check(IEnumerable<SourceFile> files, IReadOnlyCollection<string> types, string creator) =>
        from file in files
        where file.Name != creator
        from type in types
        from token in file.Find("new", type)
        select file.At(token.Line, $"{type} is created; only {creator} may");
}
