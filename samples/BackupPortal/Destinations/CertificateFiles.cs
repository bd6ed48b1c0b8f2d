using BackupPortal.Data;
using OneDrive.Sdk.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BackupPortal.Destinations;

/// <summary>
/// Reads the certificate of a destination: an uploaded PFX or PEM file, sealed in the database, or the store of this machine.
/// </summary>
public sealed class CertificateFiles
{
    private const string PemPrefix = "pem:";
    private const string PfxPrefix = "pfx:";

    /// <summary>Turns an uploaded file into what the database keeps, after it was opened once.</summary>
    /// <exception cref="CryptographicException">The file or its password is wrong.</exception>
    public static string Store(byte[] file, string? password)
    {
        var text = Encoding.UTF8.GetString(file);
        var stored = text.Contains("-----BEGIN", StringComparison.Ordinal) ? PemPrefix + text : PfxPrefix + Convert.ToBase64String(file);
        using var certificate = Load(stored, password);
        if (!certificate.HasPrivateKey)
            throw new CryptographicException("The file holds no private key. Export it with the private key (.pfx), or add "
                + "the key to the PEM file.");
        return stored;
    }

    public ClientCertificateOptions OptionsOf(Destination destination)
    {
        var options = new ClientCertificateOptions { TokenUrl = destination.TokenUrl, ClientId = destination.ClientId };
        if (destination.CertificateThumbprint is { Length: > 0 } thumbprint)
            options.Thumbprint = thumbprint;
        else if (destination.Certificate is { } stored)
            options.Certificate = Load(stored, destination.CertificatePassword);
        return options;
    }

    /// <summary>What the page shows of a certificate.</summary>
    public static (string Thumbprint, DateTimeOffset Expires)? Describe(Destination destination)
    {
        if (destination.Certificate is not { } stored)
            return null;
        using var certificate = Load(stored, destination.CertificatePassword);
        return (certificate.Thumbprint, new DateTimeOffset(certificate.NotAfter));
    }

    private static X509Certificate2 Load(string stored, string? password)
    {
        if (stored.StartsWith(PfxPrefix, StringComparison.Ordinal))
            return X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(stored[PfxPrefix.Length..]), password);
        var pem = stored[PemPrefix.Length..];
        return string.IsNullOrEmpty(password)
            ? X509Certificate2.CreateFromPem(pem, pem)
            : X509Certificate2.CreateFromEncryptedPem(pem, pem, password);
    }
}
