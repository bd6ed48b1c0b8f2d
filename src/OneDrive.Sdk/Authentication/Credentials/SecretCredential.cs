namespace OneDrive.Sdk.Authentication;

/// <summary>A client secret, given once or supplied for each attempt.</summary>
internal sealed class SecretCredential(
    string? secret, Func<CancellationToken, ValueTask<string>>? getSecret, DateTimeOffset? expiresOn = null, ExpiryWatch? watch = null)
    : IClientCredential
{
    private const string Name = "client secret";

    public async ValueTask AddToAsync(TokenForm form, SignInContext context, TimeSpan clockSkew, CancellationToken cancellationToken)
    {
        var value = secret;
        if (getSecret is not null)
        {
            try
            {
                value = await getSecret(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OneDriveException and not OperationCanceledException)
            {
                throw new OneDriveAuthenticationException(
                    $"ClientSecretProvider failed with {failure.GetType().Name}. See the inner exception for details.", failure);
            }
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            throw new OneDriveAuthenticationException("ClientSecretProvider returned no client secret.");
        }

        if (expiresOn is { } end)
        {
            watch?.Observe(Name, end);
        }

        form.Add("client_secret", value);
    }

    public ValueTask<CredentialExpiry?> GetExpiryAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(expiresOn is { } end ? watch?.Describe(Name, end) : null);
}
