using System.Security.Cryptography;

namespace OneDrive.Sdk.Authentication;

/// <summary>How assertions are made, copied from the options.</summary>
internal sealed class CertificateCredentialSettings
{
    /// <summary>The key outside the certificate; null when the certificate has it.</summary>
    internal RSA? PrivateKey { get; init; }

    /// <summary>The caller's signer; null when the SDK signs.</summary>
    internal IClientAssertionSigner? OwnSigner { get; init; }

    internal required IClientAssertionSigner Signer { get; init; }

    internal required ClientAssertionAlgorithm Algorithm { get; init; }

    internal required TimeSpan Lifetime { get; init; }

    internal required bool SendChain { get; init; }

    internal static CertificateCredentialSettings From(ClientCertificateOptions options)
    {
        var own = options.Signer ?? (options.SignatureProvider is { } sign ? new DelegatedClientAssertionSigner(sign) : null);
        return new CertificateCredentialSettings
        {
            PrivateKey = options.PrivateKey,
            OwnSigner = own,
            Signer = own ?? (options.UseBuiltInSigner ? new BuiltInClientAssertionSigner() : new JwtClientAssertionSigner()),
            Algorithm = options.SigningAlgorithm,
            Lifetime = options.AssertionLifetime,
            SendChain = options.SendCertificateChain,
        };
    }
}
