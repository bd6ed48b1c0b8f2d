using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk.Authentication.OpenId;

/// <summary>Validates with the base class library alone, so that a NativeAOT application carries no JWT package.</summary>
internal sealed class BuiltInIdTokenValidator : IIdTokenValidator
{
    public ValueTask<bool> IsSignedAsync(IdTokenParts token, SigningKey key, string issuer, string audience)
    {
        var dot = token.Token.LastIndexOf('.');
        if (Base64Url.TryDecode(token.Token[(dot + 1)..]) is not { } signature)
        {
            return ValueTask.FromResult(false);
        }

        using var rsa = RSA.Create(key.Parameters);
        return ValueTask.FromResult(rsa.VerifyData(
            Encoding.ASCII.GetBytes(token.Token[..dot]), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
