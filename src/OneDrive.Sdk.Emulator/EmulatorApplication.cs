using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Emulator;

/// <summary>An application that is registered in the tenant.</summary>
public sealed class EmulatorApplication
{
    private ImmutableArray<X509Certificate2> _certificates;

    internal EmulatorApplication(string clientId, string? clientSecret, string displayName, IEnumerable<X509Certificate2> certificates)
    {
        ClientId = clientId;
        ClientSecret = clientSecret;
        DisplayName = displayName;
        _certificates = [.. certificates.Select(PublicPart)];
    }

    /// <summary>The client id.</summary>
    public string ClientId { get; }

    /// <summary>The client secret; null when the application has none.</summary>
    public string? ClientSecret { get; }

    /// <summary>The name shown as the author of changes.</summary>
    public string DisplayName { get; }

    /// <summary>The public parts of the certificates whose private keys may sign assertions.</summary>
    public IReadOnlyList<X509Certificate2> Certificates => _certificates;

    /// <summary>The client id; a secret never prints.</summary>
    /// <returns>The client id.</returns>
    public override string ToString() => ClientId;

    internal void AddCertificate(X509Certificate2 certificate)
        => ImmutableInterlocked.Update(ref _certificates, static (list, added) => list.Add(added), PublicPart(certificate));

    private static X509Certificate2 PublicPart(X509Certificate2 certificate)
#if NET9_0_OR_GREATER
        => X509CertificateLoader.LoadCertificate(certificate.RawData);
#else
        => new(certificate.RawData);
#endif
}
