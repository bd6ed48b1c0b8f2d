namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs the assertion with which an application proves that it holds its certificate's private key (RFC 7523). Implementations are
/// thread-safe.
/// </summary>
public interface IClientAssertionSigner
{
    /// <summary>Writes the header and the claims as a JSON Web Token in compact form and signs it.</summary>
    /// <param name="assertion">What to write, and the certificate to sign for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The signed token: three parts in base64url, joined by dots.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">
    /// The key's provider cannot sign so; after <see cref="ClientAssertionAlgorithm.PS256"/> the SDK tries
    /// <see cref="ClientAssertionAlgorithm.RS256"/>.
    /// </exception>
    ValueTask<string> SignAsync(ClientAssertion assertion, CancellationToken cancellationToken);
}
