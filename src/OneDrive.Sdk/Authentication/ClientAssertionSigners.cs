using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.Authentication;

/// <summary>Chooses the signer.</summary>
internal static class ClientAssertionSigners
{
    /// <summary>The signer that has a key of its own; null when the SDK signs.</summary>
    internal static IClientAssertionSigner? OwnOf(ClientCertificateOptions options) =>
        options.Signer ?? (options.SignatureProvider is { } sign ? new DelegatedClientAssertionSigner(sign) : null);

    internal static IClientAssertionSigner Choose(ClientCertificateOptions options) =>
        OwnOf(options) ?? (options.UseBuiltInSigner ? new BuiltInClientAssertionSigner() : CreateDefault());

    private static IClientAssertionSigner CreateDefault()
    {
        // The compilers of NativeAOT know this property as a constant and leave out the branch behind it, and with it the whole package.
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            return new BuiltInClientAssertionSigner();
        }

        return new JwtClientAssertionSigner();
    }
}
