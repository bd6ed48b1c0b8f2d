using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>Validates the certificate options without accessing files or stores.</summary>
internal static class CertificateOptionsValidator
{
    private const string Sources =
        "Certificate, CertificateProvider, PfxPath, PemPath, Thumbprint or Subject (certificate store), or AssertionProvider";

    // https://learn.microsoft.com/entra/identity-platform/certificate-credentials#claims-payload
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromMinutes(10);

    internal static IEnumerable<string> Validate(ClientCertificateOptions options) =>
        [.. SourceProblems(options), .. DetailProblems(options), .. StoreProblems(options), .. CertificateProblems(options)];

    private static IEnumerable<string> SourceProblems(ClientCertificateOptions options)
    {
        List<string> set = [];
        Add(options.Certificate is not null, nameof(options.Certificate));
        Add(options.CertificateProvider is not null, nameof(options.CertificateProvider));
        Add(IsSet(options.PfxPath), nameof(options.PfxPath));
        Add(IsSet(options.PemPath), nameof(options.PemPath));
        Add(IsSet(options.Thumbprint), nameof(options.Thumbprint));
        Add(IsSet(options.Subject), nameof(options.Subject));
        Add(options.AssertionProvider is not null, nameof(options.AssertionProvider));
        if (set.Count == 0)
        {
            yield return $"No certificate is set. Set exactly one of {Sources}.";
        }
        else if (set.Count > 1)
        {
            yield return $"More than one certificate source is set ({string.Join(", ", set)}). Set exactly one of {Sources}.";
        }

        void Add(bool isSet, string name)
        {
            if (isSet)
            {
                set.Add(name);
            }
        }
    }

    private static IEnumerable<string> DetailProblems(ClientCertificateOptions options)
    {
        if (IsSet(options.PemKeyPath) && !IsSet(options.PemPath))
        {
            yield return "PemKeyPath is set without PemPath. Set PemPath to the PEM file of the certificate that belongs to the key.";
        }

        if (options.Password is not null && !IsSet(options.PfxPath) && !IsSet(options.PemPath))
        {
            yield return "Password is set, but no file is set that it applies to. Set PfxPath or PemPath, or remove Password.";
        }

        if (options.PrivateKey is not null && options.Certificate is null)
        {
            yield return "PrivateKey is set without Certificate. Set Certificate to the certificate that belongs to the key.";
        }

        if (options.SignatureProvider is not null
            && (options.Signer is not null || options.PrivateKey is not null || options.AssertionProvider is not null))
        {
            yield return "SignatureProvider is set together with another signer. Set one of SignatureProvider, Signer, PrivateKey and "
                + "AssertionProvider.";
        }

        if (!Enum.IsDefined(options.SigningAlgorithm))
        {
            yield return "SigningAlgorithm must be PS256 or RS256.";
        }

        if (options.AssertionLifetime < ShortestLifetime || options.AssertionLifetime > LongestLifetime)
        {
            yield return $"AssertionLifetime is {options.AssertionLifetime}. Use a value from 1 to 10 minutes.";
        }
    }

    private static IEnumerable<string> StoreProblems(ClientCertificateOptions options)
    {
        if (IsSet(options.Thumbprint) && CertificateStoreSource.NormalizeThumbprint(options.Thumbprint!) is null)
        {
            yield return "Thumbprint is not valid. Use the 40 (SHA-1) or 64 (SHA-256) hexadecimal digits that the certificate's "
                + "details show.";
        }

        if (options.StoreLocation is null)
        {
            yield break;
        }

        if (!IsSet(options.Thumbprint) && !IsSet(options.Subject))
        {
            yield return "StoreLocation is set without a certificate to find. Set Thumbprint or Subject.";
        }

        if (!Enum.IsDefined(options.StoreLocation.Value))
        {
            yield return "StoreLocation must be CurrentUser or LocalMachine.";
        }
        else if (options.StoreLocation is StoreLocation.LocalMachine && !OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS())
        {
            yield return "StoreLocation is LocalMachine, but this operating system does not have a machine certificate store with private "
                + "keys. "
                + "Use CurrentUser, PfxPath or PemPath.";
        }
    }

    private static IEnumerable<string> CertificateProblems(ClientCertificateOptions options)
    {
        if (options.Certificate is null)
        {
            yield break;
        }

        var needsKey = options.Signer is null && options.SignatureProvider is null && options.PrivateKey is null;
        if (CertificateValidator.Problem(options.Certificate, nameof(options.Certificate), needsKey) is { } problem)
        {
            yield return problem;
        }
        else if (options.PrivateKey is { } key && !CertificateValidator.BelongsTo(key, options.Certificate))
        {
            yield return "PrivateKey does not match Certificate: their public keys differ.";
        }
    }

    private static bool IsSet(string? text) => !string.IsNullOrWhiteSpace(text);
}
