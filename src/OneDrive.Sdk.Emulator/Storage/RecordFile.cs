using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>Reads a file of records, line by line.</summary>
internal static class RecordFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Reads every record that is whole.</summary>
    /// <returns>The length of the records; what the file holds behind them is half a record.</returns>
    /// <exception cref="InvalidDataException">A record is damaged, and whole ones follow: that is not an end that broke off.</exception>
    public static long Read(string path, Action<StateEntry> apply)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferSize);
        var position = 0L;
        long? damaged = null;
        while (ReadLine(stream) is { } line)
        {
            var entries = RecordLine.TryRead(line);
            if (entries is not null && damaged is { } start)
            {
                throw new InvalidDataException(
                    $"'{path}' is damaged at byte {start}, but later records are valid: another program changed the file. "
                    + "Restore it from a backup, or start with another folder.");
            }

            if (entries is null)
            {
                damaged ??= position;
            }
            else
            {
                position += line.Length + 1;
                foreach (var entry in entries)
                {
                    apply(entry);
                }
            }
        }

        return position;
    }

    /// <summary>The next line without its end; null when no whole line is left.</summary>
    private static byte[]? ReadLine(FileStream stream)
    {
        using var line = new MemoryStream();
        int next;
        while ((next = stream.ReadByte()) >= 0)
        {
            if (next == '\n')
            {
                return line.ToArray();
            }

            line.WriteByte((byte)next);
        }

        return null;
    }
}
