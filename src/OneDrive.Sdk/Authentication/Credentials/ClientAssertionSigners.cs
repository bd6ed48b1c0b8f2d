namespace OneDrive.Sdk.Authentication;

/// <summary>Chooses the signer.</summary>
internal static class ClientAssertionSigners
{
    /// <summary>The signer that has a key of its own; null when the SDK signs.</summary>
    internal static IClientAssertionSigner? OwnOf(ClientCertificateOptions options) =>
        options.Signer ?? (options.SignatureProvider is { } sign ? new DelegatedClientAssertionSigner(sign) : null);

    internal static IClientAssertionSigner Choose(ClientCertificateOptions options) =>
        OwnOf(options) ?? (options.UseBuiltInSigner ? new BuiltInClientAssertionSigner() : new JwtClientAssertionSigner());
}
