namespace OneDrive.Sdk.ConventionTests.Reading;

/// <summary>Fails a test with every violation there is, not only the first.</summary>
internal static class Rule
{
    internal static void Holds<T>(IEnumerable<T> violations)
    {
        var lines = violations.Select(violation => $"{violation}").Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} violations:\n{string.Join('\n', lines)}");
    }
}
