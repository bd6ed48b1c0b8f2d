using System.Text;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Cli;

/// <summary>
/// Chooses files by patterns: <c>*</c> and <c>?</c> stay within a name, <c>**</c> does not. A pattern without a slash matches a name in any
/// folder, one with a slash the path below the folder.
/// </summary>
internal sealed class PathFilter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<Regex> _included;
    private readonly IReadOnlyList<Regex> _excluded;

    internal PathFilter(IEnumerable<string> included, IEnumerable<string> excluded)
    {
        _included = [.. included.Select(Compile)];
        _excluded = [.. excluded.Select(Compile)];
    }

    internal static PathFilter Everything { get; } = new([], []);

    /// <summary>Whether a path is wanted; that of a folder ends with a slash.</summary>
    internal bool Accepts(string path)
    {
        var isFolder = path.EndsWith('/');
        var text = path.TrimEnd('/');
        return !_excluded.Any(pattern => pattern.IsMatch(text))
            && (isFolder || _included.Count == 0 || _included.Any(pattern => pattern.IsMatch(text)));
    }

    private static Regex Compile(string pattern)
    {
        var text = pattern.TrimEnd('/');
        var isAnchored = text.Contains('/', StringComparison.Ordinal);
        var expression = new StringBuilder(isAnchored ? "^" : "(^|/)");
        text = text.TrimStart('/');
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '*' && index + 1 < text.Length && text[index + 1] == '*')
            {
                index++;
                var isFolders = index + 1 < text.Length && text[index + 1] == '/';
                expression.Append(isFolders ? "(.*/)?" : ".*");
                index += isFolders ? 1 : 0;
            }
            else
            {
                expression.Append(text[index] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var character => Regex.Escape(character.ToString()),
                });
            }
        }

        return new Regex(
            expression.Append('$').ToString(),
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking,
            Patience);
    }
}
