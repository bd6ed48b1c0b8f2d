using System.Text;

namespace OneDrive.Sdk.Authentication;

/// <summary>Creates the assertion and signs it with an external signer, so that the private key is never loaded.</summary>
internal sealed class DelegatedClientAssertionSigner(
    Func<ClientAssertionAlgorithm, ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>> sign) : IClientAssertionSigner
{
    public async ValueTask<string> SignAsync(ClientAssertion assertion, CancellationToken cancellationToken)
    {
        var content = BuiltInClientAssertionSigner.Write(assertion);
        byte[]? signature;
        try
        {
            signature = await sign(assertion.Algorithm, Encoding.ASCII.GetBytes(content), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OneDriveException and not OperationCanceledException and not NotSupportedException)
        {
            throw Failed($"failed with {failure.GetType().Name}; see the inner exception for details", failure);
        }

        return signature is { Length: > 0 } ? $"{content}.{Base64Url.Encode(signature)}" : throw Failed("returned no signature", null);
    }

    private static OneDriveAuthenticationException Failed(string how, Exception? failure) =>
        new($"{nameof(ClientCertificateOptions.SignatureProvider)} {how}.", failure);
}
