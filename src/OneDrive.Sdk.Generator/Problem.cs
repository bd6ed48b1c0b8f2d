using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OneDrive.Sdk.Generator;

/// <summary>Something that keeps a class from being read or written.</summary>
internal sealed record Problem(DiagnosticDescriptor Rule, string File, TextSpan Span, LinePositionSpan Lines, string Subject, string Detail)
{
    internal static Problem At(ISymbol symbol, DiagnosticDescriptor rule, string detail = "")
    {
        var location = symbol.Locations.Length > 0 ? symbol.Locations[0] : Location.None;
        return new(
            rule, location.SourceTree?.FilePath ?? "", location.SourceSpan, location.GetLineSpan().Span, symbol.ToDisplayString(), detail);
    }

    internal Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rule, File.Length == 0 ? Location.None : Location.Create(File, Span, Lines), Subject, Detail);
}
