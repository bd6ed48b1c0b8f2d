using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk.EntityFramework;

/// <summary>Names rows. Keys name people and files: a hash of them tells nothing and has one length.</summary>
internal static class RowName
{
    internal static string Of(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
