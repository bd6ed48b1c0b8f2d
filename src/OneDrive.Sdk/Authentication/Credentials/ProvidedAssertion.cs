namespace OneDrive.Sdk.Authentication;

/// <summary>An assertion from an external source: a workload identity, a vault, another identity provider.</summary>
internal sealed class ProvidedAssertion(Func<AssertionRequest, CancellationToken, ValueTask<string>> provide) : IClientCredential
{
    private const string Setting = nameof(ClientCertificateOptions.AssertionProvider);

    public async ValueTask AddToAsync(TokenForm form, SignInContext context, TimeSpan clockSkew, CancellationToken cancellationToken)
    {
        var request = new AssertionRequest { ClientId = context.ClientId, TokenEndpoint = context.Authority.TokenEndpoint };
        string? assertion;
        try
        {
            assertion = await provide(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OneDriveException and not OperationCanceledException)
        {
            throw new OneDriveAuthenticationException(
                $"{Setting} failed with {failure.GetType().Name}. See the inner exception for details.", failure);
        }

        if (string.IsNullOrWhiteSpace(assertion))
        {
            throw new OneDriveAuthenticationException($"{Setting} returned no assertion.");
        }

        form.Add("client_assertion_type", CertificateCredential.AssertionType);
        form.Add("client_assertion", assertion.Trim());
    }

    public ValueTask<CredentialExpiry?> GetExpiryAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<CredentialExpiry?>(null);
}
