using System.Globalization;
using System.Text;

namespace OneDrive.Sdk.Authentication;

/// <summary>Builds cache keys: each part is preceded by its length, so that different values never have the same key.</summary>
internal static class TokenCacheKey
{
    internal static string Of(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            key.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part).Append('|');
        }

        return key.ToString();
    }
}
