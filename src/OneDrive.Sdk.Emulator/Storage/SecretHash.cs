using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>What is kept of a secret that a client shows later. Secrets are long and random, so that a plain hash hides them.</summary>
internal static class SecretHash
{
    public static byte[] Of(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static string TextOf(string secret) => Convert.ToHexString(Of(secret));
}
