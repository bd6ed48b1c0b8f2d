using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication.Certificates;

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
            throw new OneDriveAuthenticationException($"{Setting}: the file '{path}' is a .pfx file in text form (base64).")
            {
                Hint = "Decode it (base64 -d in.txt > out.pfx, or certutil -decode in.txt out.pfx) and set PfxPath instead of PemPath.",
            };
        }

        if (!Has(certificateText, "CERTIFICATE"))
        {
            throw new OneDriveAuthenticationException($"{Setting}: the file '{path}' holds no certificate (BEGIN CERTIFICATE).")
            {
                Hint = "Put certificate and key into one file, or name the certificate in PemPath and the key in PemKeyPath.",
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

    // .NET says of each of these that there is no PEM, which helps nobody.
    private void RequireUsableKey(string text)
    {
        if (text.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal))
        {
            throw new OneDriveAuthenticationException(
                $"{KeySetting}: the key in '{KeyFile}' is encrypted in the old OpenSSL form (Proc-Type: 4,ENCRYPTED).")
            {
                Hint = "Convert it: openssl pkcs8 -topk8 -in old.pem -out new.pem, and set Password to the new file's password.",
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
                $"{KeySetting}: the file '{KeyFile}' holds no private key (BEGIN PRIVATE KEY or BEGIN RSA PRIVATE KEY).")
            {
                Hint = "Put certificate and private key into one file, or name the file of the key in PemKeyPath.",
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
                    ? $"{KeySetting}: Password does not open the key in '{KeyFile}', or the key does not belong to the certificate in "
                        + $"'{path}'."
                    : $"{KeySetting}: the key in '{KeyFile}' is damaged or does not belong to the certificate in '{path}'.",
                failure)
            {
                Hint = "The first certificate of PemPath must be the one that belongs to the key; issuers follow after it.",
            };
        }
    }

    private static bool Has(string text, string label) => text.Contains($"-----BEGIN {label}-----", StringComparison.Ordinal);
}
