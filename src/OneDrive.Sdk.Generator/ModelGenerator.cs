using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OneDrive.Sdk.Generator;

/// <summary>
/// Gives each class with [JsonModel] a constructor that reads it from JSON and a method that writes it, and each class with [JsonRequest] a
/// method that writes it. The emitted code is meant to be read: it is what one would write by hand.
/// </summary>
[Generator]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(
            static output => output.AddSource("Marks.g.cs", SourceText.From(Marks.Source, System.Text.Encoding.UTF8)));
        Register(context, Marks.Model);
        Register(context, Marks.Request);
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string mark)
    {
        var classes = context.SyntaxProvider.ForAttributeWithMetadataName(
            mark, static (node, _) => node is ClassDeclarationSyntax, static (found, cancellation) => Generate(found, cancellation));
        context.RegisterSourceOutput(classes, static (output, generated) => generated.AddTo(output));
    }

    private static GeneratedSource Generate(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ModelSource.Of((INamedTypeSymbol)found.TargetSymbol, (ClassDeclarationSyntax)found.TargetNode);
    }
}
