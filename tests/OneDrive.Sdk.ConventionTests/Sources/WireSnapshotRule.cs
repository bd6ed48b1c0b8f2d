using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>Each method that makes a call has a reviewed file that shows it on the wire.</summary>
internal static class WireSnapshotRule
{
    internal static IEnumerable<Violation> Check(SourceFile calls, IReadOnlyCollection<string> verifiedFiles) =>
        from method in Factories(calls)
        let expected = $"{calls.Name}Tests.{method.Text}_OnTheWire.verified.txt"
        where !verifiedFiles.Contains(expected, StringComparer.Ordinal)
        select calls.At(method.Line, $"{calls.Name}.{method.Text} has no {expected}");

    /// <summary>The names in <c>internal static GraphCall&lt;…&gt; Name(</c>, and those that make a <c>OneDriveRequest</c>.</summary>
    private static IEnumerable<Token> Factories(SourceFile file)
    {
        var code = file.Code;
        for (var i = 0; i + 3 < code.Count; i++)
        {
            if (!(code[i].Is("internal") || code[i].Is("public"))
                || !code[i + 1].Is("static")
                || !(code[i + 2].Is("GraphCall") || code[i + 2].Is("OneDriveRequest")))
            {
                continue;
            }

            yield return code.Skip(i).Zip(code.Skip(i + 1)).First(pair => pair.Second.Is("(")).First;
        }
    }
}
