using System.Text;

namespace OneDrive.Sdk.Mirror;

/// <summary>Gives items names that this machine takes. Names that differ by case or normal form only are told apart by a number.</summary>
internal static class LocalNaming
{
    internal const string StateFolder = ".mirror";

    private const int LongestName = 240;

    /// <summary>What names have in common that some file systems take for the same.</summary>
    internal static string KeyOf(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    internal static string Choose(Entry entry, Func<string, bool> isTaken)
    {
        var name = ItemNames.ToLocal(entry.Name.Length == 0 ? "_" : entry.Name);
        if (Encoding.UTF8.GetByteCount(name) <= LongestName && name != StateFolder && !isTaken(KeyOf(name)))
            return name;

        var extension = Path.GetExtension(name) is { Length: < 20 } suffix ? suffix : "";
        var stem = name[..^extension.Length];
        while (Encoding.UTF8.GetByteCount(stem) > LongestName - 40)
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        return $"{stem}~{entry.Number}{extension}";
    }

    /// <summary>A free name beside a file, for what is kept.</summary>
    internal static string Beside(string path, string word, DateTimeOffset now)
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(path)!,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{Path.GetFileNameWithoutExtension(path)} ({word} {now:yyyyMMdd-HHmmss}"));
        for (var number = 0; ; number++)
        {
            var free = $"{stem}{(number == 0 ? "" : "-" + number)}){Path.GetExtension(path)}";
            if (!Path.Exists(free))
                return free;
        }
    }
}
