namespace OneDrive.Sdk.Cli;

/// <summary>How items of the drive are written on the command line.</summary>
internal static class RemotePath
{
    private const string IdPrefix = "id:";

    /// <summary>A path, <c>id:…</c>, or a sharing link.</summary>
    internal static ItemAddress Parse(string text, DriveAddress drive) => text switch
    {
        "" or "/" => drive.Root,
        _ when IsLink(text) => ItemAddress.Shared(new Uri(text)),
        _ when text.StartsWith(IdPrefix, StringComparison.Ordinal) => drive.Item(text[IdPrefix.Length..]),
        _ => Path(text, drive),
    };

    /// <summary>The folder and the name at the end of a path.</summary>
    internal static (ItemAddress Folder, string Name) Split(string text, DriveAddress drive)
    {
        var path = text.TrimEnd('/');
        if (path.Length == 0 || IsLink(text) || text.StartsWith(IdPrefix, StringComparison.Ordinal))
            throw new CliException($"'{text}' does not name a path.", ExitCode.Usage);
        var at = path.LastIndexOf('/');
        return (at <= 0 ? drive.Root : Path(path[..at], drive), path[(at + 1)..]);
    }

    /// <summary>A path as it is shown: with a slash at the beginning and none at the end.</summary>
    internal static string Show(string text) =>
        IsLink(text) || text.StartsWith(IdPrefix, StringComparison.Ordinal) ? text : "/" + text.Trim('/');

    internal static string Join(string folder, string? name) => folder.EndsWith('/') ? folder + name : $"{folder}/{name}";

    private static bool IsLink(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static ItemAddress Path(string text, DriveAddress drive)
    {
        try
        {
            return drive.Path(text);
        }
        catch (ArgumentException exception)
        {
            throw new CliException($"'{text}' is not a path: {Runner.Describe(exception)}", ExitCode.Usage);
        }
    }
}
