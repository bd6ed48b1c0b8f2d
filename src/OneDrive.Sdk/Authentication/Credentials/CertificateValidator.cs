using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>Which certificates an application may sign in with.</summary>
internal static class CertificateValidator
{
    // https://learn.microsoft.com/entra/identity-platform/howto-create-self-signed-certificate: RSA, 2048 bits or more.
    private const int SmallestKey = 2048;

    /// <summary>Returns the problem of the kind of a certificate; null if there is none.</summary>
    internal static string? Problem(X509Certificate2 certificate, string setting, bool needsPrivateKey)
    {
        using var publicKey = certificate.GetRSAPublicKey();
        if (publicKey is null)
        {
            return $"{setting}: the certificate {certificate.Thumbprint} has a {KindOf(certificate)} key, but Microsoft "
                + "Entra ID accepts "
                + "client assertions with RSA keys only. Create a certificate with an RSA key of 2,048 bits or more.";
        }

        if (publicKey.KeySize < SmallestKey)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{setting}: the RSA key of the certificate {certificate.Thumbprint} has {publicKey.KeySize} bits, which is too short. "
                + $"Use {SmallestKey} bits or more.");
        }

        return needsPrivateKey && !certificate.HasPrivateKey
            ? $"{setting}: the certificate {certificate.Thumbprint} does not have a private key. Use the file or store entry that includes "
                + "it, such as "
                + "the .pfx file; "
                + "the .cer file contains only the public key that is uploaded to the app registration."
            : null;
    }

    /// <summary>Throws an exception unless the certificate has the right kind and is currently valid.</summary>
    internal static void Require(LoadedCertificate loaded, bool needsPrivateKey, DateTimeOffset now)
    {
        var certificate = loaded.Certificate;
        if (Problem(certificate, loaded.Setting, needsPrivateKey) is { } problem)
        {
            throw new OneDriveAuthenticationException(
                problem)
            { Hint = "Use an RSA certificate of 2,048 bits or more with its private key." };
        }

        var notAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        if (now > notAfter)
        {
            throw new OneDriveAuthenticationException(string.Create(
                CultureInfo.InvariantCulture, $"{loaded.Setting}: the certificate {certificate.Thumbprint} expired on {notAfter:u}."))
            {
                Hint = "Create a new certificate, upload its public key to the app registration, and configure it here.",
            };
        }

        var notBefore = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        if (now < notBefore)
        {
            throw new OneDriveAuthenticationException(string.Create(
                CultureInfo.InvariantCulture, $"{loaded.Setting}: the certificate {certificate.Thumbprint} is not valid yet. "
                    + $"It becomes valid from {notBefore:u}."))
            {
                Hint = "Check the clock of this machine, or use a certificate that is already valid.",
            };
        }
    }

    /// <summary>
    /// Of the certificates with a private key, the one that expires last; one that is not valid yet only if there is no other.
    /// </summary>
    internal static X509Certificate2? Best(IEnumerable<X509Certificate2> certificates, DateTimeOffset now) => certificates
        .Where(certificate => certificate.HasPrivateKey)
        .OrderByDescending(certificate => certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime)
        .ThenByDescending(certificate => certificate.NotAfter)
        .FirstOrDefault();

    /// <summary>Whether the key is the private half of the certificate's key.</summary>
    internal static bool BelongsTo(RSA key, X509Certificate2 certificate)
    {
        using var publicKey = certificate.GetRSAPublicKey();
        var ours = key.ExportParameters(includePrivateParameters: false);
        var its = publicKey!.ExportParameters(includePrivateParameters: false);
        return ours.Modulus.AsSpan().SequenceEqual(its.Modulus) && ours.Exponent.AsSpan().SequenceEqual(its.Exponent);
    }

    private static string KindOf(X509Certificate2 certificate) => certificate.PublicKey.Oid switch
    {
        { Value: "1.2.840.10045.2.1" } => "EC",
        { FriendlyName: { Length: > 0 } name } => name,
        { Value: var value } => value ?? "unknown",
    };
}
