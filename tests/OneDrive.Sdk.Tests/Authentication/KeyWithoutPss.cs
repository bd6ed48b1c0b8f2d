using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>
/// A key whose provider cannot do PSS, as old Windows providers and smart cards are; it counts how often it was asked to.
/// </summary>
internal sealed class KeyWithoutPss(X509Certificate2 certificate, bool throwsNotSupported = false) : RSA
{
    private readonly RSA _key = certificate.GetRSAPrivateKey()!;
    private int _refusals;

    internal int Refusals => _refusals;

    internal bool RefusesEverything { get; set; }

    public override int KeySize
    {
        get => _key.KeySize;
        set => throw new NotSupportedException();
    }

    public override KeySizes[] LegalKeySizes => _key.LegalKeySizes;

    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The key cannot be exported.") : _key.ExportParameters(false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        if (padding == RSASignaturePadding.Pss || RefusesEverything)
        {
            Interlocked.Increment(ref _refusals);
            throw throwsNotSupported ? new PlatformNotSupportedException("No PSS here.") : new CryptographicException("No PSS here.");
        }

        return _key.SignHash(hash, hashAlgorithm, padding);
    }

    protected override byte[] HashData(byte[] data, int offset, int count, HashAlgorithmName hashAlgorithm) =>
        SHA256.HashData(data.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _key.Dispose();
        }

        base.Dispose(disposing);
    }
}
