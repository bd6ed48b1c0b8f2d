using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk;

/// <summary>Names entries of the cache. Keys name people and files: a hash of them is safe in any cache and tells nothing.</summary>
internal static class CacheEntryName
{
    internal static string Of(string prefix, string kind, string key) =>
        $"{prefix}{kind}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
}
