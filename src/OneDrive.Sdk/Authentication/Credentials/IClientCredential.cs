namespace OneDrive.Sdk.Authentication;

/// <summary>How an application proves to the token endpoint who it is.</summary>
internal interface IClientCredential
{
    /// <summary>Adds the proof to the form of one attempt.</summary>
    /// <param name="form">The form.</param>
    /// <param name="context">The sign-in.</param>
    /// <param name="clockSkew">How far the endpoint's clock is ahead of ours.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    ValueTask AddToAsync(TokenForm form, SignInContext context, TimeSpan clockSkew, CancellationToken cancellationToken);

    /// <summary>Gets when the proof ends; null when that is not known.</summary>
    ValueTask<CredentialExpiry?> GetExpiryAsync(CancellationToken cancellationToken);
}
