namespace OneDrive.Sdk.Authentication.OpenId;

/// <summary>Checks the signature of an identity token that was taken apart, and who issued it for whom.</summary>
internal interface IIdTokenValidator
{
    /// <summary>Tells whether the key signed the token, for this audience, as this issuer.</summary>
    ValueTask<bool> IsSignedAsync(IdTokenParts token, SigningKey key, string issuer, string audience);
}
