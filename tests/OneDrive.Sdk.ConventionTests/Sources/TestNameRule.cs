using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>A test is named by its promise: what is tested, an underscore, and what it does.</summary>
internal static class TestNameRule
{
    internal static IEnumerable<Violation> Check(SourceFile file) =>
        from attribute in file.Find("[", "Fact").Concat(file.Find("[", "Theory"))
        let name = NameAfter(file, attribute)
        where !name.Text.Contains('_', StringComparison.Ordinal)
        select file.At(name.Line, $"the test {name.Text} does not say what it promises");

    private static Token NameAfter(SourceFile file, Token attribute)
    {
        var method = file.Code.SkipWhile(token => token != attribute).SkipWhile(token => !token.Is("public")).ToList();
        return method.Zip(method.Skip(1)).First(pair => pair.Second.Is("(")).First;
    }
}
