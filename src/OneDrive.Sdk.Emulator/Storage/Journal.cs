using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>
/// The file to which each change is appended before its answer is sent. What could not be written is kept and tried again with the next
/// record. Not thread-safe.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _file;
    private readonly MemoryStream _waiting = new();

    /// <summary>Opens the file and cuts off what is behind its whole records.</summary>
    public Journal(string path, long length)
    {
        _file = PrivateFile.Open(path, FileMode.OpenOrCreate);
        _file.SetLength(length);
        Length = length;
    }

    public long Length { get; private set; }

    /// <summary>Appends one record, wholly or not at all.</summary>
    /// <exception cref="IOException">The disk takes no more.</exception>
    public void Append(List<StateEntry> entries)
    {
        if (entries.Count > 0)
        {
            _waiting.Write(RecordLine.Write(entries));
        }

        if (_waiting.Length == 0)
        {
            return;
        }

        try
        {
            _file.Position = Length;
            _file.Write(_waiting.GetBuffer(), 0, (int)_waiting.Length);
        }
        catch
        {
            _file.SetLength(Length);
            throw;
        }

        Length += _waiting.Length;
        _waiting.SetLength(0);
    }

    /// <summary>Has the operating system put everything on the disk.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    public void Dispose()
    {
        _file.Dispose();
        _waiting.Dispose();
    }
}
