using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OneDrive.Sdk.Generator;

/// <summary>The emitted code of one class, and what was wrong with it; equal when the text is, so that nothing is emitted anew.</summary>
internal sealed record GeneratedSource(string Name, string Code, string Problems)
{
    private Problem[] Found { get; set; } = [];

    internal static GeneratedSource Of(string name, string code, IReadOnlyCollection<Problem> problems) =>
        new(name, code, string.Join("\n", problems)) { Found = [.. problems] };

    internal void AddTo(SourceProductionContext output)
    {
        foreach (var problem in Found)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }

        if (Code.Length > 0)
        {
            output.AddSource(Name + ".g.cs", SourceText.From(Code, System.Text.Encoding.UTF8));
        }
    }

    public bool Equals(GeneratedSource? other) =>
        other is not null && Name == other.Name && Code == other.Code && Problems == other.Problems;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);
}
