using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>Two certificates for all tests of a class: making a key takes longer than such a test.</summary>
public sealed class CertificateFixture : IDisposable
{
    public X509Certificate2 Registered { get; } = Assertion.CreateCertificate();

    public X509Certificate2 Other { get; } = Assertion.CreateCertificate("CN=other");

    public void Dispose()
    {
        Registered.Dispose();
        Other.Dispose();
    }
}
