namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Finds the name that is most similar to a misspelt one.</summary>
internal static class NearestName
{
    private const int FewestTypos = 2;

    /// <summary>The candidate that is most like a text; null when none is like it.</summary>
    /// <param name="text">What was typed. Case, dashes and underscores do not count.</param>
    /// <param name="candidates">The names that there are.</param>
    public static string? Find(string text, IEnumerable<string> candidates)
    {
        var typed = Normalize(text);
        if (typed.Length == 0)
        {
            return null;
        }

        return candidates
            .Select(name => (Name: name, Distance: Rate(typed, Normalize(name))))
            .Where(candidate => candidate.Distance is not null)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name.Length)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    // Typing errors come first, then the beginning of a name, then a part of it. A single letter is only ever a beginning.
    private static int? Rate(string typed, string name)
    {
        var allowed = Math.Max(FewestTypos, typed.Length * 2 / 5);
        if (typed.Length > 1 && Distance(typed, name) is var distance && distance <= allowed && distance < typed.Length - 1)
        {
            return distance;
        }

        return name.StartsWith(typed, StringComparison.Ordinal) ? allowed + 1
            : typed.Length > 2 && name.Contains(typed, StringComparison.Ordinal) ? allowed + 2
            : typed.Length > 2 && name.Length > 2 && typed.StartsWith(name, StringComparison.Ordinal) ? allowed + 2
            : null;
    }

    private static string Normalize(string text)
        => text.Replace("-", string.Empty, StringComparison.Ordinal)
            .Replace("_", string.Empty, StringComparison.Ordinal)
            .TrimStart('/')
            .ToUpperInvariant();

    /// <summary>The number of insertions, deletions, replacements and swaps of neighbours between two texts.</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                        rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }
}
