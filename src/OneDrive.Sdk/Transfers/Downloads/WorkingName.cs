using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk.Transfers;

/// <summary>The names of the files that stand beside one that is downloaded, until it is complete.</summary>
internal static class WorkingName
{
    /// <summary>What was received.</summary>
    internal const string Partial = ".partial";

    /// <summary>How far it goes.</summary>
    internal const string Journal = Partial + ".state";

    /// <summary>The most bytes that the usual file systems take in a name.</summary>
    private const int LongestName = 255;

    private const int HashDigits = 16;

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<string> Suffixes { get; } = [Partial, Journal];

    /// <summary>Whether a name looks like that of such a file.</summary>
    internal static bool IsOne(string name) => Suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The path of such a file. A name that is too long for more is cut, and told from others like it by a hash.</summary>
    internal static string Beside(string path, string suffix)
    {
        var name = Path.GetFileName(path);
        var room = LongestName - Journal.Length;
        if (Encoding.UTF8.GetByteCount(name) <= room)
            return path + suffix;

        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashDigits];
        var length = name.Length;
        while (Encoding.UTF8.GetByteCount(name.AsSpan(0, length)) > room - 1 - HashDigits || char.IsHighSurrogate(name[length - 1]))
            length--;
        return Path.Combine(Path.GetDirectoryName(path)!, $"{name[..length]}~{hash}{suffix}");
    }
}
