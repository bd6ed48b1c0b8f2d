using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Emulator.Storage;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>A certificate for the names of this machine that the emulator makes itself; in a data folder it stays the same.</summary>
internal static class HttpsCertificate
{
    private const int Years = 5;
    private const string FileName = "https.pem";

    /// <summary>The certificate in the data folder, or a new one.</summary>
    /// <param name="dataFolder">The folder; null for none.</param>
    /// <param name="names">Names beside those of this machine. With any, the certificate is always a new one.</param>
    public static X509Certificate2 Find(string? dataFolder, IReadOnlyCollection<string> names)
    {
        var file = dataFolder is null || names.Count > 0 ? null : Path.Combine(dataFolder, FileName);
        if (file is not null && File.Exists(file))
        {
            return Usable(X509Certificate2.CreateFromPemFile(file));
        }

        var (certificate, pem) = Create(names);
        if (file is not null)
        {
            using var stream = PrivateFile.Open(file, FileMode.Create);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(pem));
        }

        return certificate;
    }

    private static (X509Certificate2 Certificate, string Pem) Create(IEnumerable<string> otherNames)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=OneDrive emulator", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(Dns.GetHostName());
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        foreach (var name in otherNames)
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));

        // Certificates are checked against the clock of the machine, not against the one of the emulator.
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        return (Usable(certificate), $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    // Windows serves with a key only that was imported.
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        var exported = certificate.Export(X509ContentType.Pkcs12);
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(exported, password: null);
#else
        return new X509Certificate2(exported);
#endif
    }
}
