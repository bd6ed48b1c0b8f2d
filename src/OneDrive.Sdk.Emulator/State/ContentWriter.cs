using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// Content that is still arriving. Bytes count only once <see cref="AcceptFragmentAsync"/> was called: a fragment that breaks off leaves
/// no trace. Not thread-safe; the upload session serialises its fragments.
/// </summary>
internal sealed class ContentWriter(
    Stream backing, string? file, Action<string> release, bool discard, bool withSha1, QuickXorHash accepted = default) : IDisposable
{
    private readonly IncrementalHash? _sha256 = discard ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private readonly IncrementalHash? _sha1 = withSha1 ? CreateSha1() : null;
    private QuickXorHash _accepted = accepted;
    private long _hashed;
    private QuickXorHash _pending;
    private bool _finished;

    /// <summary>How many bytes were accepted.</summary>
    public long Length => _accepted.Length;

    public void BeginFragment()
    {
        _pending = _accepted;
        backing.Position = discard ? 0 : _accepted.Length;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _pending.Append(bytes.Span);
        return backing.WriteAsync(bytes, cancellationToken);
    }

    public async ValueTask AcceptFragmentAsync(CancellationToken cancellationToken)
    {
        if (_sha256 is not null || _sha1 is not null)
        {
            await HashAcceptedAsync(cancellationToken).ConfigureAwait(false);
        }

        _accepted = _pending;
    }

    /// <summary>What is needed to continue later. Content without a file cannot continue.</summary>
    public PartialContentRecord? ToRecord()
        => file is null ? null : new PartialContentRecord(Path.GetFileName(file), Length, _accepted.Save());

    /// <summary>Stops, and leaves what arrived where it is.</summary>
    public void Leave()
    {
        _finished = true;
        backing.Dispose();
    }

    /// <summary>Ends the content and hands it over.</summary>
    public StoredContent Finish()
    {
        _finished = true;
        var hash = Convert.ToBase64String(_accepted.Finish());
        var sha1 = _sha1 is null ? null : Convert.ToHexString(_sha1.GetHashAndReset());
        if (_sha256 is not null)
        {
            var sha256 = Convert.ToHexString(_sha256.GetHashAndReset()).ToLowerInvariant();
            Release();
            return StoredContent.Discarded(Length, hash, sha256, sha1);
        }

        if (backing is MemoryStream memory)
        {
            memory.SetLength(Length);
            return StoredContent.InMemory(memory.ToArray(), hash);
        }

        backing.SetLength(Length);
        backing.Dispose();
        return StoredContent.InFile(file!, Length, hash, sha1, release);
    }

    public void Dispose()
    {
        _sha256?.Dispose();
        _sha1?.Dispose();
        if (!_finished)
        {
            _finished = true;
            Release();
        }
    }

    private void Release()
    {
        backing.Dispose();
        if (file is not null)
        {
            release(file);
        }
    }

#pragma warning disable CA5350 // The service tells this hash; nothing is protected by it.
    private static IncrementalHash CreateSha1() => IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350

    // These hashes cannot be rolled back on .NET 8, so a fragment is hashed after all of it has arrived, from the place where it waits.
    private async ValueTask HashAcceptedAsync(CancellationToken cancellationToken)
    {
        // Content that continues after a restart must catch up with these hashes.
        var length = _pending.Length - _hashed;
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            backing.Position = discard ? 0 : _hashed;
            while (length > 0)
            {
                var room = buffer.AsMemory(0, (int)Math.Min(buffer.Length, length));
                var read = await backing.ReadAsync(room, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    throw new EndOfStreamException("The fragment cannot be read from where it was written.");
                }

                _sha256?.AppendData(buffer, 0, read);
                _sha1?.AppendData(buffer, 0, read);
                length -= read;
            }

            _hashed = _pending.Length;
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
