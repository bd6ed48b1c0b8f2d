using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// The finished bytes of one file: in memory when small, in a temporary file when large, nowhere when the emulator discards content.
/// </summary>
internal sealed class StoredContent
{
    private readonly byte[]? _bytes;
    private readonly string? _file;
    private readonly Action<string>? _release;
    private string? _sha256;
    private string? _sha1;
    private int _owners = 1;

    private StoredContent(
        long length, string quickXorHash, byte[]? bytes, string? file, string? sha256, string? sha1, Action<string>? release = null)
    {
        Length = length;
        QuickXorHash = quickXorHash;
        _bytes = bytes;
        _file = file;
        _sha256 = sha256;
        _sha1 = sha1;
        _release = release;
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

    public static StoredContent InMemory(byte[] bytes, string quickXorHash)
        => new(bytes.LongLength, quickXorHash, bytes, file: null, sha256: null, sha1: null);

    public static StoredContent InFile(string file, long length, string quickXorHash, string? sha1, Action<string> release)
        => new(length, quickXorHash, bytes: null, file, sha256: null, sha1, release);

    public static StoredContent Discarded(long length, string quickXorHash, string sha256, string? sha1)
        => new(length, quickXorHash, bytes: null, file: null, sha256, sha1);

    /// <summary>Where the bytes are, to be saved.</summary>
    public ContentRecord ToRecord() => new(Length, QuickXorHash, _sha1, Path.GetFileName(_file), _bytes) { Live = this };

    /// <summary>Opens the bytes for reading; null when they were discarded, or deleted by another user in the meantime.</summary>
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

    /// <summary>The SHA-256 of the bytes in lower-case hexadecimal, computed when a user asks.</summary>
    public string GetSha256()
    {
        if (_sha256 is { } known)
        {
            return known;
        }

        using var stream = TryOpenRead() ?? throw new InvalidOperationException("The content is no longer available.");
        return _sha256 = Convert.ToHexString(SHA256.HashData(stream)).ToLowerInvariant();
    }

    /// <summary>
    /// The SHA-1 in upper-case hexadecimal, which personal drives return; null for a large file of another drive, where it was not
    /// computed.
    /// </summary>
    public string? FindSha1()
#pragma warning disable CA5350 // The service tells this hash; nothing is protected by it.
        => _sha1 ??= _bytes is null ? null : Convert.ToHexString(SHA1.HashData(_bytes));
#pragma warning restore CA5350

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
            _release!(_file);
        }
    }
}
