using System.Text;

namespace OneDrive.Sdk.Addresses;

/// <summary>The form in which the service takes a sharing link as part of a path.</summary>
internal static class SharingToken
{
    /// <summary>Encodes a sharing link as described at https://learn.microsoft.com/graph/api/shares-get#encoding-sharing-urls.</summary>
    /// <param name="link">The link exactly as it was shared.</param>
    /// <returns>"u!" and the link in base64url without padding.</returns>
    internal static string Encode(Uri link) =>
        "u!" + Convert.ToBase64String(Encoding.UTF8.GetBytes(link.OriginalString)).TrimEnd('=').Replace('/', '_').Replace('+', '-');
}
