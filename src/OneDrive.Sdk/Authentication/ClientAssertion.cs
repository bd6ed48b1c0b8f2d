using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The content of one client assertion, ready to be written and signed. Every request to the token endpoint gets a new one.
/// </summary>
public sealed class ClientAssertion
{
    internal ClientAssertion(
        ClientAssertionAlgorithm algorithm,
        X509Certificate2 certificate,
        RSA? privateKey,
        ClientAssertionClaims claims,
        IReadOnlyList<string> chain)
    {
        Algorithm = algorithm;
        Certificate = certificate;
        PrivateKey = privateKey;
        Header = CreateHeader(algorithm, certificate, chain);
        Claims =
        [
            new("aud", claims.Audience),
            new("iss", claims.ClientId),
            new("sub", claims.ClientId),
            new("jti", claims.Id.ToString("D", CultureInfo.InvariantCulture)),
            new("iat", claims.IssuedAt.ToUnixTimeSeconds()),
            new("nbf", claims.IssuedAt.ToUnixTimeSeconds()),
            new("exp", (claims.IssuedAt + claims.Lifetime).ToUnixTimeSeconds()),
        ];
    }

    /// <summary>How to sign.</summary>
    public ClientAssertionAlgorithm Algorithm { get; }

    /// <summary>The certificate whose key signs.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The private key; <see langword="null"/> if a custom signer has the key.</summary>
    public RSA? PrivateKey { get; }

    /// <summary>
    /// The header's members in the order in which they are written. A value is a <see cref="string"/> or a list of strings.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, object>> Header { get; }

    /// <summary>The claims in the order in which they are written. A value is a <see cref="string"/> or a <see cref="long"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Claims { get; }

    // One thumbprint only, that of the algorithm's own time:
    // https://learn.microsoft.com/entra/identity-platform/certificate-credentials#header.
    private static List<KeyValuePair<string, object>> CreateHeader(
        ClientAssertionAlgorithm algorithm, X509Certificate2 certificate, IReadOnlyList<string> chain)
    {
        List<KeyValuePair<string, object>> header =
        [
            new("alg", algorithm.ToString()),
            new("typ", "JWT"),
            algorithm is ClientAssertionAlgorithm.PS256
                ? new("x5t#S256", Base64Url.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)))
                : new("x5t", Base64Url.Encode(certificate.GetCertHash())),
        ];
        if (chain.Count > 0)
        {
            header.Add(new("x5c", chain.ToList()));
        }

        return header;
    }
}
