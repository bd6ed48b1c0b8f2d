using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Layers;

/// <summary>
/// No file uses a type of a higher layer, by name or as the type of an expression; Http knows Authentication by its interface only. The
/// compiler says which type a word means.
/// </summary>
internal static class LayerRule
{
    /// <summary>The interface and the two values in its signature.</summary>
    private static readonly string[] KnownToHttp = ["IAccessTokenProvider", "AccessToken", "AccessTokenRequest"];

    internal static IEnumerable<Violation> Check(IReadOnlyList<SourceFile> files)
    {
        var sources = files.ToDictionary(
            file => CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Latest), file.Path), file => file);
        var compilation = CSharpCompilation.Create("layers", [.. sources.Keys, GlobalUsings()], References());
        return sources.SelectMany(source => Check(source.Value, compilation.GetSemanticModel(source.Key), sources)).Distinct();
    }

    private static IEnumerable<Violation> Check(SourceFile file, SemanticModel model, Dictionary<SyntaxTree, SourceFile> sources)
    {
        if (LayerMap.Of(file) is not { } own)
        {
            return [file.At(1, $"the folder {LayerMap.FolderOf(file)} has no layer; give it one in {nameof(LayerMap)}")];
        }

        var isHttp = LayerMap.FolderOf(file) == "Http";
        return
            from name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            from type in TypesOf(name, model)
            let homes = type.DeclaringSyntaxReferences.Select(reference => sources.GetValueOrDefault(reference.SyntaxTree)).ToList()
            where homes.Count > 0 && homes.TrueForAll(home => home is not null && home != file)
            let layer = homes.Min(home => LayerMap.Of(home!))
            let line = name.GetLocation().GetLineSpan().StartLinePosition.Line + 1
            let problem = layer > own
                ? $"{file.Name} ({own}) uses {type.Name} ({layer})"
                : isHttp && IsFlow(type, homes)
                    ? $"{file.Name} (Http) uses {type.Name}; it knows Authentication by interface only" : null
            where problem is not null
            select file.At(line, problem);
    }

    private static bool IsFlow(INamedTypeSymbol type, List<SourceFile?> homes) =>
        homes.Exists(home => LayerMap.FolderOf(home!) == "Authentication") && !KnownToHttp.Contains(type.Name, StringComparer.Ordinal);

    /// <summary>The type that a name is, whose member it is, and of which its value is; of a nested type the outermost one.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesOf(SimpleNameSyntax name, SemanticModel model)
    {
        var info = model.GetSymbolInfo(name);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        var value = symbol is INamespaceOrTypeSymbol ? null : model.GetTypeInfo(name).Type;
        return new[] { symbol as ITypeSymbol, symbol?.ContainingType, value }
            .SelectMany(Parts)
            .Select(Outermost)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
    }

    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Prepend(named.OriginalDefinition),
        _ => [],
    };

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Outermost(outer.OriginalDefinition) : type;

    private static SyntaxTree GlobalUsings() => CSharpSyntaxTree.ParseText("""
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """);

    private static IEnumerable<PortableExecutableReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "OneDrive.Sdk.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
}
