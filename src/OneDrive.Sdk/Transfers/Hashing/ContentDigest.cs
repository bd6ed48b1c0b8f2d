using System.Security.Cryptography;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Hashes content as it is read: always QuickXorHash, and SHA-256 or SHA-1 if the service returns only these, as it did for files of
/// personal drives until July 2023, see https://learn.microsoft.com/graph/api/resources/hashes.
/// </summary>
internal sealed class ContentDigest : IDisposable
{
    private readonly JoinedQuickXorHash _quickXor = new();
    private readonly IncrementalHash? _sha;

    private ContentDigest(HashAlgorithmName? sha) => _sha = sha is { } name ? IncrementalHash.CreateHash(name) : null;

    /// <summary>The QuickXorHash of everything so far, in base64.</summary>
    internal string QuickXor => _quickXor.GetCurrent();

    /// <summary>Whether pieces may be hashed on their own and joined; SHA goes from the first byte to the last.</summary>
    internal bool JoinsPieces => _sha is null;

    /// <summary>A digest that can be compared with what the service says of a file.</summary>
    internal static ContentDigest For(DriveItem item) => new(item.File?.Hashes switch
    {
        { QuickXorHash: { Length: > 0 } } => null,
        { Sha256Hash: { Length: > 0 } } => HashAlgorithmName.SHA256,
        { Sha1Hash: { Length: > 0 } } => HashAlgorithmName.SHA1,
        _ => null,
    });

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        _quickXor.Append(bytes);
        _sha?.AppendData(bytes);
    }

    /// <summary>Adds a piece of which only the QuickXorHash is known.</summary>
    internal void Append(ReadOnlySpan<byte> quickXorHash, long length)
    {
        if (!JoinsPieces)
            throw new InvalidOperationException("A SHA hash requires the content in order.");
        _quickXor.Append(quickXorHash, length);
    }

    internal void Reset()
    {
        _quickXor.Reset();
        _sha?.GetHashAndReset();
    }

    /// <summary>Puts our hash beside that of the service, in the first kind that both have.</summary>
    internal HashComparison CompareWith(DriveItem item) => item.File?.Hashes switch
    {
        { QuickXorHash: { Length: > 0 } hash } => new(HashComparison.QuickXor, hash, QuickXor),
        { Sha256Hash: { Length: > 0 } hash } when Computes(HashAlgorithmName.SHA256) => new("SHA-256", hash, Sha()),
        { Sha1Hash: { Length: > 0 } hash } when Computes(HashAlgorithmName.SHA1) => new("SHA-1", hash, Sha()),
        _ => new(HashComparison.QuickXor, null, QuickXor),
    };

    /// <summary>Whether there is a hash of the service that can be compared.</summary>
    internal bool CanCompareWith(DriveItem item) => item.File?.Hashes switch
    {
        { QuickXorHash: { Length: > 0 } } => true,
        { Sha256Hash: { Length: > 0 } } when Computes(HashAlgorithmName.SHA256) => true,
        { Sha1Hash: { Length: > 0 } } when Computes(HashAlgorithmName.SHA1) => true,
        _ => false,
    };

    public void Dispose() => _sha?.Dispose();

    private bool Computes(HashAlgorithmName name) => _sha?.AlgorithmName == name;

    private string Sha() => Convert.ToHexString(_sha!.GetCurrentHash());
}
