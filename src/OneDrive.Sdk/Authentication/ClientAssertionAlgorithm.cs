namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The signing algorithm of a client assertion and the header that identifies the certificate. See
/// <see href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials"/>.
/// </summary>
public enum ClientAssertionAlgorithm
{
    /// <summary>RSASSA-PSS with SHA-256; the certificate is identified by its SHA-256 thumbprint (<c>x5t#S256</c>).</summary>
    PS256,

    /// <summary>
    /// RSASSA-PKCS1-v1_5 with SHA-256; the certificate is identified by its SHA-1 thumbprint (<c>x5t</c>). For AD FS and key providers
    /// without PSS.
    /// </summary>
    RS256,
}
