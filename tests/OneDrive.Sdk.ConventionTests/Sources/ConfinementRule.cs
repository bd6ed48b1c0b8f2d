using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>Some names may appear in a few files only.</summary>
internal static class ConfinementRule
{
    /// <summary>What is confined: a reason for the message, the words, and the names of the files that may use them.</summary>
    internal sealed record Confinement(string Reason, string[] Words, string[] Files);

    internal static IEnumerable<Violation> Check(IEnumerable<SourceFile> files, Confinement confinement) =>
        from file in files
        where !confinement.Files.Contains(file.Name, StringComparer.Ordinal)
        from token in file.Code
        where token.Kind == TokenKind.Word && confinement.Words.Contains(token.Text, StringComparer.Ordinal)
        select file.At(token.Line, $"{token.Text} may be used only in {string.Join(", ", confinement.Files)}: {confinement.Reason}");
}
