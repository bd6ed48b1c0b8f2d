using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

/// <summary>
/// A file of the documentation that a test writes, in whole or between <c>&lt;!-- begin: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.
/// </summary>
internal static class GeneratedFile
{
    /// <summary>Replaces the blocks of a page.</summary>
    internal static string Fill(string page, IReadOnlyDictionary<string, string> blocks)
    {
        foreach (var (name, text) in blocks)
        {
            var begin = $"<!-- begin: {name} -->\n";
            var start = page.IndexOf(begin, StringComparison.Ordinal);
            var end = start < 0 ? -1 : page.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
            if (end < 0)
            {
                throw new InvalidOperationException($"The page has no block '{name}'.");
            }

            page = $"{page[..(start + begin.Length)]}\n{text.Trim('\n')}\n\n{page[end..]}";
        }

        return page;
    }

    /// <summary>
    /// Fails if a file is not what is expected, and writes that beside it: <c>docs/page.received.md</c> for <c>docs/page.md</c>.
    /// </summary>
    internal static void IsUpToDate(string path, string expected)
    {
        var full = Path.Combine(Repository.Root, path);
        if (File.Exists(full) && File.ReadAllText(full).ReplaceLineEndings("\n") == expected)
        {
            return;
        }

        var received = Path.ChangeExtension(path, ".received" + Path.GetExtension(path));
        File.WriteAllText(Path.Combine(Repository.Root, received), expected);
        Assert.Fail($"{path} is not what the code says: compare it with {received}, and move that over it if the change is meant.");
    }
}
