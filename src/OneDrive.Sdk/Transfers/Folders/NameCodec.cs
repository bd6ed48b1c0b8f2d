using System.Text;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Replaces what a side refuses by characters that look alike: the full-width form of a character, the picture of a control character.
/// Where
/// a name has such a character of its own, a mark stands before it, so that decoding gives back every name that was encoded.
/// </summary>
internal sealed class NameCodec
{
    private const char Mark = '\u201B';
    private const char FirstPicture = '\u2400';
    private const char PictureOfDelete = '\u2421';
    private const char PictureOfSpace = '\u2420';
    private const char FirstPrivate = '\uE000';
    private const int WidthOffset = 0xFEE0;

    private readonly Func<char, bool> _refuses;
    private readonly Func<string, HashSet<int>> _places;

    private NameCodec(Func<char, bool> refuses, Func<string, HashSet<int>> places) => (_refuses, _places) = (refuses, places);

    /// <summary>What OneDrive refuses.</summary>
    internal static NameCodec Remote { get; } = new(
        character => char.IsControl(character) || RemoteNameRules.Reserved.Contains(character, StringComparison.Ordinal),
        RemoteNameRules.Places);

    /// <summary>What this machine refuses, and names of downloads that are not complete.</summary>
    internal static NameCodec Local { get; } = OperatingSystem.IsWindows()
        ? new(
            character => char.IsControl(character) || RemoteNameRules.Reserved.Contains(character, StringComparison.Ordinal),
            PlacesOnWindows)
        : new(character => character == '/' || char.IsControl(character), PlacesOnUnix);

    internal string Encode(string name)
    {
        var places = _places(Plain(name));
        var result = new StringBuilder(name.Length + 4);
        for (var index = 0; index < name.Length; index++)
        {
            var character = name[index];
            var original = OriginalOf(character);
            if (character == Mark || (original is { } hidden && (_refuses(hidden) || places.Contains(index))))
                result.Append(Mark).Append(character);
            else
                result.Append(original is null && (_refuses(character) || places.Contains(index)) ? ImageOf(character) : character);
        }

        return result.ToString();
    }

    /// <summary>Encodes a name only when it has to be.</summary>
    internal string EncodeRefused(string name) => Refuses(name) ? Encode(name) : name;

    /// <summary>Undoes <see cref="EncodeRefused"/>.</summary>
    internal string DecodeRefused(string name) => Decode(name) is var decoded && Refuses(decoded) ? decoded : name;

    /// <summary>Undoes <see cref="Encode"/>; a name that it did not make stays as it is.</summary>
    internal string Decode(string name)
    {
        var (plain, isMarked) = Read(name);
        var places = _places(Plain(plain, isMarked));
        var result = new StringBuilder(plain.Length);
        for (var index = 0; index < plain.Length; index++)
        {
            var isImage = !isMarked[index]
                && OriginalOf(plain[index]) is { } original
                && (_refuses(original) || places.Contains(index));
            result.Append(isImage ? OriginalOf(plain[index])!.Value : plain[index]);
        }

        var decoded = result.ToString();
        return Encode(decoded) == name ? decoded : name;
    }

    private bool Refuses(string name) => name.Any(_refuses) || _places(name).Count > 0;

    private static (string Text, List<bool> IsMarked) Read(string name)
    {
        var (text, isMarked) = (new StringBuilder(name.Length), new List<bool>(name.Length));
        for (var index = 0; index < name.Length; index++)
        {
            var marks = name[index] == Mark && index + 1 < name.Length;
            if (marks)
                index++;
            text.Append(name[index]);
            isMarked.Add(marks);
        }

        return (text.ToString(), isMarked);
    }

    private static string Plain(string name, List<bool>? isMarked = null) => string.Create(
        name.Length,
        (name, isMarked),
        static (span, from) =>
        {
            for (var index = 0; index < span.Length; index++)
                span[index] = from.isMarked?[index] == true ? from.name[index] : OriginalOf(from.name[index]) ?? from.name[index];
        });

    private static char ImageOf(char character) => character switch
    {
        < ' ' => (char)(FirstPicture + character),
        ' ' => PictureOfSpace,
        '\u007F' => PictureOfDelete,
        < '\u007F' => (char)(character + WidthOffset),
        _ => (char)(FirstPrivate + character),
    };

    private static char? OriginalOf(char character) => character switch
    {
        >= FirstPicture and < PictureOfSpace => (char)(character - FirstPicture),
        PictureOfSpace => ' ',
        PictureOfDelete => '\u007F',
        >= '\uFF01' and <= '\uFF5E' => (char)(character - WidthOffset),
        >= '\uE080' and <= '\uE09F' => (char)(character - FirstPrivate),
        _ => null,
    };

    private static HashSet<int> PlacesOnUnix(string name)
    {
        var places = new HashSet<int>();
        if (name is "." or "..")
            places.UnionWith(Enumerable.Range(0, name.Length));
        foreach (var suffix in WorkingName.Suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                places.Add(name.Length - suffix.Length);
        }

        return places;
    }

    private static HashSet<int> PlacesOnWindows(string name)
    {
        var places = PlacesOnUnix(name);
        if (name.Length > 0 && name[^1] is ' ' or '.')
            places.Add(name.Length - 1);
        if (SafeLocalPath.IsDevice(name))
            places.Add(0);
        return places;
    }
}
