using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>The personal certificate store (<c>My</c>) of the user or the machine.</summary>
internal sealed class CertificateStoreSource(
    StoreLocation location, string? thumbprint, string? subject, TimeProvider timeProvider) : ICertificateSource
{
    private const int Sha1Digits = 40;
    private const int Sha256Digits = 64;

    private readonly string? _thumbprint = string.IsNullOrWhiteSpace(thumbprint) ? null : NormalizeThumbprint(thumbprint);

    private string Setting =>
        _thumbprint is not null ? nameof(ClientCertificateOptions.Thumbprint) : nameof(ClientCertificateOptions.Subject);

    /// <summary>
    /// The hexadecimal digits in upper case; null if the text is not a thumbprint. Copies from dialogs can contain spaces, colons and
    /// direction marks.
    /// </summary>
    internal static string? NormalizeThumbprint(string text)
    {
        var digits = string.Concat(
            text.Where(character => !char.IsWhiteSpace(character) && character is not (':' or '-' or '\u200e' or '\u200f')));
        return digits.Length is Sha1Digits or Sha256Digits && digits.All(char.IsAsciiHexDigit) ? digits.ToUpperInvariant() : null;
    }

    public ValueTask<LoadedCertificate> LoadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var matches = FindAll(out var failure);
        var chosen = CertificateValidator.Best(matches, timeProvider.GetUtcNow());
        foreach (var other in matches.Where(other => !ReferenceEquals(other, chosen)))
        {
            other.Dispose();
        }

        return chosen is not null
            ? ValueTask.FromResult(new LoadedCertificate(chosen, Setting, isOwned: true))
            : throw new OneDriveAuthenticationException(
                $"{Setting}: the store {location}/My contains "
                + (matches.Count > 0 ? "the certificate, but not its private key." : "no such certificate."),
                failure)
            {
                Hint = "Import the certificate with its private key into this store as the user that runs this process, and check the "
                    + "value.",
            };
    }

    private List<X509Certificate2> FindAll(out CryptographicException? failure)
    {
        failure = null;
        using var store = new X509Store(StoreName.My, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (CryptographicException noStore)
        {
            // A user who never stored a certificate has no store; on Windows, access may be denied.
            failure = noStore;
            return [];
        }

        List<X509Certificate2> matches = [];
        foreach (var certificate in store.Certificates)
        {
            if (Matches(certificate))
            {
                matches.Add(certificate);
            }
            else
            {
                certificate.Dispose();
            }
        }

        return matches;
    }

    private bool Matches(X509Certificate2 certificate)
    {
        if (_thumbprint is not null)
        {
            var own = _thumbprint.Length == Sha1Digits ? certificate.Thumbprint : certificate.GetCertHashString(HashAlgorithmName.SHA256);
            return string.Equals(own, _thumbprint, StringComparison.OrdinalIgnoreCase);
        }

        return string.Equals(certificate.Subject, subject, StringComparison.OrdinalIgnoreCase)
            || string.Equals(
                certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), subject, StringComparison.OrdinalIgnoreCase);
    }
}
