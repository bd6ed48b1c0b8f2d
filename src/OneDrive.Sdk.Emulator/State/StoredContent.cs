using System.Security.Cryptography;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// The finished bytes of one file: in memory when small, in a temporary file when large, nowhere when the emulator discards content.
/// </summary>
internal sealed class StoredContent
{
    private readonly byte[]? _bytes;
    private readonly string? _file;
    private string? _sha256;
    private int _owners = 1;

    private StoredContent(long length, string quickXorHash, byte[]? bytes, string? file, string? sha256)
    {
        Length = length;
        QuickXorHash = quickXorHash;
        _bytes = bytes;
        _file = file;
        _sha256 = sha256;
    }

    public long Length { get; }

    public string QuickXorHash { get; }

    public bool IsDiscarded => _bytes is null && _file is null;

    /// <summary>Keeps a copy of bytes that are all there, in memory.</summary>
    public static StoredContent Of(ReadOnlySpan<byte> bytes)
    {
        var hash = default(QuickXorHash);
        hash.Append(bytes);
        return InMemory(bytes.ToArray(), Convert.ToBase64String(hash.Finish()));
    }

    public static StoredContent InMemory(byte[] bytes, string quickXorHash) => new(bytes.LongLength, quickXorHash, bytes, null, null);

    public static StoredContent InFile(string file, long length, string quickXorHash) => new(length, quickXorHash, null, file, null);

    public static StoredContent Discarded(long length, string quickXorHash, string sha256) => new(length, quickXorHash, null, null, sha256);

    /// <summary>The same bytes once more, with a file of their own where they are in a file.</summary>
    public StoredContent Duplicate()
    {
        if (_file is null)
        {
            return new StoredContent(Length, QuickXorHash, _bytes, file: null, _sha256);
        }

        var file = $"{_file}-{Guid.NewGuid():N}";
        File.Copy(_file, file);
        return new StoredContent(Length, QuickXorHash, bytes: null, file, _sha256);
    }

    /// <summary>Opens the bytes for reading; null when they were discarded, or deleted by somebody else in the meantime.</summary>
    public Stream? TryOpenRead()
    {
        if (_bytes is not null)
        {
            return new MemoryStream(_bytes, writable: false);
        }

        try
        {
            return _file is null ? null : new FileStream(_file, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous,
                BufferSize = 0,
            });
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The SHA-256 of the bytes in lower-case hexadecimal, computed when somebody asks.</summary>
    public string GetSha256()
    {
        if (_sha256 is { } known)
        {
            return known;
        }

        using var stream = TryOpenRead() ?? throw new InvalidOperationException("The content is gone.");
        return _sha256 = Convert.ToHexString(SHA256.HashData(stream)).ToLowerInvariant();
    }

    /// <summary>The same bytes for one more owner.</summary>
    public StoredContent Share()
    {
        Interlocked.Increment(ref _owners);
        return this;
    }

    /// <summary>One owner needs the bytes no more; the last one deletes them.</summary>
    public void Delete()
    {
        if (Interlocked.Decrement(ref _owners) == 0 && _file is not null)
        {
            File.Delete(_file);
        }
    }
}
