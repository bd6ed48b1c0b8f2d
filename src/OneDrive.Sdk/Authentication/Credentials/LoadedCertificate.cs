using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>A certificate in use for one assertion.</summary>
/// <param name="certificate">The certificate.</param>
/// <param name="setting">The setting that it came from, for messages.</param>
/// <param name="isOwned">Whether it was loaded for this one use.</param>
/// <param name="others">Other certificates of the same file, which may be its issuers.</param>
internal sealed class LoadedCertificate(
    X509Certificate2 certificate, string setting, bool isOwned, IReadOnlyList<X509Certificate2>? others = null) : IDisposable
{
    internal X509Certificate2 Certificate { get; } = certificate;

    internal string Setting { get; } = setting;

    internal IReadOnlyList<X509Certificate2> Others { get; } = others ?? [];

    /// <summary>The same certificate for one more use, which does not dispose of it.</summary>
    internal LoadedCertificate AsShared() => new(Certificate, Setting, isOwned: false, Others);

    /// <summary>The private key as its provider gives it; the caller disposes of it.</summary>
    /// <exception cref="OneDriveAuthenticationException">The key cannot be opened.</exception>
    internal RSA OpenPrivateKey()
    {
        try
        {
            return Certificate.GetRSAPrivateKey()
                ?? throw new OneDriveAuthenticationException(
                    $"{Setting}: the certificate {Certificate.Thumbprint} does not have an RSA private key.");
        }
        catch (CryptographicException failure)
        {
            throw new OneDriveAuthenticationException(
                $"{Setting}: the private key of the certificate {Certificate.Thumbprint} cannot be opened.", failure)
            {
                Hint = "Grant the account that runs this process permission to read the private key.",
            };
        }
    }

    /// <summary>The certificate and its available issuers, each as base64, without the root; nothing is downloaded.</summary>
    internal IReadOnlyList<string> DescribeChain()
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        foreach (var other in Others)
        {
            chain.ChainPolicy.ExtraStore.Add(other);
        }

        chain.Build(Certificate);
        List<string> parts = [Convert.ToBase64String(Certificate.RawData)];
        foreach (var element in chain.ChainElements.Skip(1))
        {
            using var issuer = element.Certificate;
            if (!issuer.SubjectName.RawData.AsSpan().SequenceEqual(issuer.IssuerName.RawData))
            {
                parts.Add(Convert.ToBase64String(issuer.RawData));
            }
        }

        return parts;
    }

    public void Dispose()
    {
        if (!isOwned)
        {
            return;
        }

        Certificate.Dispose();
        foreach (var other in Others)
        {
            other.Dispose();
        }
    }
}
