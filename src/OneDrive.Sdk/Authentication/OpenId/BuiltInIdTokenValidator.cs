using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk.Authentication.OpenId;

/// <summary>Validates with the base class library alone, so that a NativeAOT application carries no JWT package.</summary>
internal sealed class BuiltInIdTokenValidator : IIdTokenValidator
{
    public bool IsSigned(IdTokenParts token, SigningKey key, string issuer, string audience)
    {
        var dot = token.Token.LastIndexOf('.');
        if (Base64Url.TryDecode(token.Token[(dot + 1)..]) is not { } signature)
        {
            return false;
        }

        using var rsa = RSA.Create(key.Parameters);
        return rsa.VerifyData(
            Encoding.ASCII.GetBytes(token.Token[..dot]), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
