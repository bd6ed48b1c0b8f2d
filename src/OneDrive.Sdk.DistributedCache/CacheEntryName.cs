using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk;

/// <summary>Creates the cache keys. The keys of entries can contain user and file names, so only their hash is used.</summary>
internal static class CacheEntryName
{
    internal static string Of(string prefix, string kind, string key) =>
        $"{prefix}{kind}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
}
