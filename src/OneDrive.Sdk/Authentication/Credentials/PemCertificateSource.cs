using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>A certificate and its key in PEM form, in one file or in two.</summary>
internal sealed class PemCertificateSource(string path, string? keyPath, string? password) : ICertificateSource
{
    private const string Setting = nameof(ClientCertificateOptions.PemPath);

    public async ValueTask<LoadedCertificate> LoadAsync(CancellationToken cancellationToken)
    {
        var certificateText = await ReadTextAsync(path, Setting, cancellationToken).ConfigureAwait(false);
        var keyText = keyPath is null
            ? certificateText
            : await ReadTextAsync(keyPath, KeySetting, cancellationToken).ConfigureAwait(false);
        if (PfxText.IsPfx(certificateText))
        {
            throw new OneDriveAuthenticationException($"{Setting}: the file '{path}' is a base64-encoded .pfx file.")
            {
                Hint = "Decode it (base64 -d in.txt > out.pfx, or certutil -decode in.txt out.pfx) and set PfxPath instead of PemPath.",
            };
        }

        if (!Has(certificateText, "CERTIFICATE"))
        {
            throw new OneDriveAuthenticationException($"{Setting}: the file '{path}' does not contain a certificate (BEGIN CERTIFICATE).")
            {
                Hint = "Put the certificate and the key into one file, or set PemPath to the certificate and PemKeyPath to the key.",
            };
        }

        RequireUsableKey(keyText);
        var leaf = Combine(certificateText, keyText);
        var others = new X509Certificate2Collection();
        others.ImportFromPem(certificateText);
        return new LoadedCertificate(leaf, Setting, isOwned: true, [.. others]);
    }

    private string KeySetting => keyPath is null ? Setting : nameof(ClientCertificateOptions.PemKeyPath);

    private string KeyFile => keyPath ?? path;

    private static async Task<string> ReadTextAsync(string path, string setting, CancellationToken cancellationToken)
    {
        var bytes = await CertificateFile.ReadAsync(path, setting, cancellationToken).ConfigureAwait(false);
        try
        {
            return PemText.Decode(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    // .NET reports all of these as "no PEM found", which does not help the user.
    private void RequireUsableKey(string text)
    {
        if (text.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal))
        {
            throw new OneDriveAuthenticationException(
                $"{KeySetting}: the key in '{KeyFile}' is encrypted in the legacy OpenSSL format (Proc-Type: 4,ENCRYPTED).")
            {
                Hint = "Convert it: openssl pkcs8 -topk8 -in old.pem -out new.pem, and set Password to the password of the new file.",
            };
        }

        if (Has(text, "ENCRYPTED PRIVATE KEY"))
        {
            if (string.IsNullOrEmpty(password))
            {
                throw new OneDriveAuthenticationException($"{KeySetting}: the key in '{KeyFile}' is encrypted. Set Password.")
                {
                    Hint = "Set Password to the password of the key.",
                };
            }
        }
        else if (!Has(text, "PRIVATE KEY") && !Has(text, "RSA PRIVATE KEY") && !Has(text, "EC PRIVATE KEY"))
        {
            throw new OneDriveAuthenticationException(
                $"{KeySetting}: the file '{KeyFile}' does not contain a private key (BEGIN PRIVATE KEY or BEGIN RSA PRIVATE KEY).")
            {
                Hint = "Put the certificate and the private key into one file, or set PemKeyPath to the file with the key.",
            };
        }
    }

    private X509Certificate2 Combine(string certificateText, string keyText)
    {
        var isEncrypted = Has(keyText, "ENCRYPTED PRIVATE KEY");
        try
        {
            return isEncrypted
                ? X509Certificate2.CreateFromEncryptedPem(certificateText, keyText, password)
                : X509Certificate2.CreateFromPem(certificateText, keyText);
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            throw new OneDriveAuthenticationException(
                isEncrypted
                    ? $"{KeySetting}: Password does not decrypt the key in '{KeyFile}', or the key does not match the certificate in "
                        + $"'{path}'."
                    : $"{KeySetting}: the key in '{KeyFile}' is damaged or does not match the certificate in '{path}'.",
                failure)
            {
                Hint = "The first certificate in PemPath must match the key; the certificates of the issuers follow it.",
            };
        }
    }

    private static bool Has(string text, string label) => text.Contains($"-----BEGIN {label}-----", StringComparison.Ordinal);
}
