namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs the client assertion that proves possession of the certificate's private key (RFC 7523). Implementations must be thread-safe.
/// </summary>
public interface IClientAssertionSigner
{
    /// <summary>Writes the header and the claims as a JSON Web Token in compact form and signs it.</summary>
    /// <param name="assertion">What to write, and the certificate to sign for.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The signed token: three parts in base64url, joined by dots.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">
    /// The key provider does not support the algorithm; after <see cref="ClientAssertionAlgorithm.PS256"/> the SDK tries
    /// <see cref="ClientAssertionAlgorithm.RS256"/>.
    /// </exception>
    ValueTask<string> SignAsync(ClientAssertion assertion, CancellationToken cancellationToken);
}
