using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Http;

/// <summary>What the pipeline must know of a request that a caller made by hand.</summary>
internal static class CustomRequest
{
    /// <summary>Makes the address absolute, and rejects an address that must not receive the token.</summary>
    internal static Uri Address(Uri? address, ServiceRoot root)
    {
        if (address is null)
        {
            throw new ArgumentException("The request does not have an address. Set RequestUri.", nameof(address));
        }

        // On Unix a path with a leading slash parses as an absolute file address.
        var absolute = address.IsAbsoluteUri && address.Scheme != Uri.UriSchemeFile
            ? address
            : root.Combine(address.OriginalString.TrimStart('/'));
        return root.Covers(absolute)
            ? absolute
            : throw new ArgumentException(
                $"The address {UrlRedactor.Redact(absolute)} is not below {root.Address}. The access token would be sent to another "
                + "host.", nameof(
                    address));
    }

    internal static RequestTraits Traits(HttpMethod method) => new()
    {
        Operation = "Client.Send",
        IsIdempotent = OneDriveRequest.MayRepeat(method),
        StreamsResponse = true,
    };
}
