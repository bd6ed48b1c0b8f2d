using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>A PKCS#12 file.</summary>
internal sealed class PfxCertificateSource(string path, string? password, TimeProvider timeProvider) : ICertificateSource
{
    private const string Setting = nameof(ClientCertificateOptions.PfxPath);
    private const string ExportHint = "Export the certificate together with its private key as a .pfx file.";

    // ERROR_INVALID_PASSWORD, which .NET reports on every system.
    private const int WrongPassword = unchecked((int)0x80070056);

    public async ValueTask<LoadedCertificate> LoadAsync(CancellationToken cancellationToken)
    {
        var bytes = await CertificateFile.ReadAsync(path, Setting, cancellationToken).ConfigureAwait(false);
        try
        {
            return Choose(Open(bytes));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private X509Certificate2Collection Open(byte[] bytes)
    {
        var text = PemText.Decode(bytes);
        if (PfxText.IsPfx(text))
        {
            throw new OneDriveAuthenticationException(
                $"{Setting}: the file '{path}' is a base64-encoded .pfx file, as exported by key vaults and pipelines; it must be "
                + "binary.")
            { Hint = "Decode it: base64 -d in.txt > out.pfx, certutil -decode in.txt out.pfx, or [Convert]::FromBase64String." };
        }

        if (PfxText.IsPem(text))
        {
            throw new OneDriveAuthenticationException(
                $"{Setting}: the file '{path}' is a PEM file.")
            { Hint = "Set PemPath instead of PfxPath." };
        }

        if (IsBareCertificate(bytes))
        {
            throw new OneDriveAuthenticationException(
                $"{Setting}: the file '{path}' contains a certificate without its private key.")
            { Hint = ExportHint };
        }

        try
        {
            return Import(bytes);
        }
        catch (CryptographicException failure) when (failure.HResult == WrongPassword)
        {
            throw new OneDriveAuthenticationException(
                string.IsNullOrEmpty(password)
                    ? $"{Setting}: the file '{path}' is password-protected. Set Password."
                    : $"{Setting}: Password does not decrypt the file '{path}', or the file was changed.",
                failure)
            {
                Hint = "Set Password to the password that was used to export the file.",
            };
        }
        catch (CryptographicException failure) when (IsTooCostly(failure))
        {
            throw new OneDriveAuthenticationException(
                $"{Setting}: the key derivation of the file '{path}' uses more iterations than .NET supports "
                + "(600,000 at most).",
                failure)
            {
                Hint = "Export the file again with fewer iterations: openssl pkcs12 -export -iter 100000 …, or convert it to PEM and set "
                    + "PemPath.",
            };
        }
        catch (CryptographicException failure)
        {
            throw new OneDriveAuthenticationException(
                $"{Setting}: the file '{path}' is not a readable PKCS#12 (.pfx) file. It is damaged, has another format, or uses an "
                + "algorithm "
                + $"that this operating system does not support: {failure.Message}",
                failure)
            {
                Hint = ExportHint,
            };
        }
    }

    // .NET bounds the work that a file can ask for: with a type of its own from .NET 9 on, with a text before.
    private static bool IsTooCostly(CryptographicException failure) =>
#if NET9_0_OR_GREATER
        failure is Pkcs12LoadLimitExceededException;
#else
        failure.Message.Contains("linkid=2233907", StringComparison.Ordinal);
#endif

    private X509Certificate2Collection Import(byte[] bytes)
    {
        // The key stays in memory; macOS can import it into a keychain only.
        var flags = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12Collection(bytes, password, flags);
#else
        var certificates = new X509Certificate2Collection();
        certificates.Import(bytes, password, flags);
        return certificates;
#endif
    }

    private LoadedCertificate Choose(X509Certificate2Collection certificates)
    {
        var chosen = CertificateValidator.Best(certificates, timeProvider.GetUtcNow());
        if (chosen is not null)
        {
            return new LoadedCertificate(chosen, Setting, isOwned: true, [.. certificates.Where(other => !ReferenceEquals(other, chosen))]);
        }

        foreach (var certificate in certificates)
        {
            certificate.Dispose();
        }

        throw new OneDriveAuthenticationException(
            $"{Setting}: the file '{path}' does not contain a certificate with a private key.")
        { Hint = ExportHint };
    }

    private static bool IsBareCertificate(byte[] bytes)
    {
        try
        {
            return X509Certificate2.GetCertContentType(bytes) is X509ContentType.Cert;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
