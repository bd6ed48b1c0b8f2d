using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.Authentication;

/// <summary>Chooses the signer.</summary>
internal static class ClientAssertionSigners
{
    internal static IClientAssertionSigner Choose(ClientCertificateOptions options) =>
        options.Signer ?? (options.UseBuiltInSigner ? new BuiltInClientAssertionSigner() : CreateDefault());

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
