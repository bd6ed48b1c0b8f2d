using System.Globalization;

namespace OneDrive.Sdk.Transfers;

/// <summary>Length and last write time of a file, to detect changes.</summary>
internal sealed class FileStamp
{
    private readonly FileStream _file;
    private readonly string _text;

    private FileStamp(FileStream file)
    {
        _file = file;
        _text = Read(file);
    }

    /// <summary>The stamp of the file behind a stream; null when there is none.</summary>
    internal static FileStamp? Of(Stream content) => content is FileStream { CanSeek: true } file ? new FileStamp(file) : null;

    /// <exception cref="IOException">The file was changed since the stamp was taken.</exception>
    internal void RequireUnchanged()
    {
        if (Read(_file) != _text)
            throw new IOException("The file changed during the upload. No content was kept on the server.");
    }

    public override string ToString() => _text;

    private static string Read(FileStream file) => string.Create(
        CultureInfo.InvariantCulture, $"file {file.Length} {File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks}");
}
