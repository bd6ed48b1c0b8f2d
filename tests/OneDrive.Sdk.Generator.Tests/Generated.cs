using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OneDrive.Sdk.Generator.Tests;

/// <summary>Runs the generator.</summary>
internal static class Generated
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    /// <summary>The code emitted for a class.</summary>
    internal static string Of(string type, string source)
    {
        var result = Run(source, out _).GetRunResult();
        Assert.Empty(result.Diagnostics);
        return result.Results.Single().GeneratedSources.Single(generated => generated.HintName == type + ".g.cs").SourceText.ToString();
    }

    internal static IReadOnlyList<Diagnostic> Diagnostics(string source) => Run(source, out _).GetRunResult().Diagnostics;

    /// <summary>Why code was emitted, or was not, after a file without models was added.</summary>
    internal static IEnumerable<IncrementalStepRunReason> ReasonsAfterAnotherChange(string source)
    {
        var driver = Run(source, out var compilation);
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;", Parsing)));
        return driver.GetRunResult().Results.Single().TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason)
            .Distinct();
    }

    private static GeneratorDriver Run(string source, out Compilation compilation)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || path.EndsWith("netstandard.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        compilation = CSharpCompilation.Create(
            "Models",
            [CSharpSyntaxTree.ParseText(source, Parsing, "Models.cs")],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        return CSharpGeneratorDriver
            .Create([new ModelGenerator().AsSourceGenerator()], parseOptions: Parsing, driverOptions: options)
            .RunGenerators(compilation);
    }
}
