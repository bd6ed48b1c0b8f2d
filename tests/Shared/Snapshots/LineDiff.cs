using System.Text;

namespace VerifyXunit;

/// <summary>Shows where two texts differ: removed lines with <c>-</c>, added lines with <c>+</c>, a few equal lines around them.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    /// <summary>The table below grows with the product of both lengths; beyond this a changed block is shown as a whole.</summary>
    private const int MaxCells = 4_000_000;

    internal static string Between(string verified, string received)
    {
        var (before, after) = (verified.Split('\n'), received.Split('\n'));
        return Print(Compare(before, after));
    }

    private static List<(char Mark, string Line)> Compare(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var lines = new List<(char Mark, string Line)>();
        lines.AddRange(before[..start].Select(line => (' ', line)));
        lines.AddRange(CompareBlock(before[start..^end], after[start..^end]));
        lines.AddRange(before[^end..].Select(line => (' ', line)));
        return lines;
    }

    private static IEnumerable<(char Mark, string Line)> CompareBlock(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MaxCells)
        {
            return [.. before.Select(line => ('-', line)), .. after.Select(line => ('+', line))];
        }

        // common[i, j] is the length of the longest common subsequence of before[i..] and after[j..].
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return Walk(before, after, common);
    }

    private static IEnumerable<(char Mark, string Line)> Walk(string[] before, string[] after, int[,] common)
    {
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                yield return (' ', before[i++]);
                j++;
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return ('-', before[i++]);
            }
            else
            {
                yield return ('+', after[j++]);
            }
        }
    }

    private static string Print(List<(char Mark, string Line)> lines)
    {
        var text = new StringBuilder();
        var omitted = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var around = lines.Skip(i - Context).Take(Context + 1 + Math.Min(i, Context));
            if (around.All(line => line.Mark == ' '))
            {
                omitted = true;
                continue;
            }

            text.Append(omitted ? "  …\n" : "").Append(lines[i].Mark).Append(' ').Append(lines[i].Line).Append('\n');
            omitted = false;
        }

        return text.ToString();
    }
}
