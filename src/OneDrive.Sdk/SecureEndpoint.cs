namespace OneDrive.Sdk;

/// <summary>The one rule for addresses that receive secrets: https, or http on a loopback address.</summary>
internal static class SecureEndpoint
{
    /// <summary>Checks an endpoint root and gives it a trailing slash.</summary>
    internal static Uri Require(Uri endpoint, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(endpoint, parameterName);
        if (!endpoint.IsAbsoluteUri || !IsSecure(endpoint))
        {
            throw new ArgumentException(
                $"The address must be absolute and https (http only on a loopback address): '{Describe(endpoint)}'.", parameterName);
        }

        if (endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0 || endpoint.UserInfo.Length > 0)
        {
            throw new ArgumentException(
                $"The address must have no query, fragment or user information: '{Describe(endpoint)}'.", parameterName);
        }

        return endpoint.AbsolutePath.EndsWith('/') ? endpoint : new Uri(endpoint.AbsoluteUri + "/");
    }

    /// <summary>Returns whether a secret may travel to the address.</summary>
    internal static bool IsSecure(Uri address) =>
        string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
        || (string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) && address.IsLoopback);

    /// <summary>
    /// Returns whether an address that the service gave may be used: plain http on this machine only when the service is there itself,
    /// because remote services must not address this machine.
    /// </summary>
    internal static bool IsSecureFor(Uri service, Uri address) =>
        string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) || (IsSecure(address) && service.IsLoopback);

    private static string Describe(Uri endpoint) =>
        endpoint.IsAbsoluteUri
            ? endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : endpoint.OriginalString;
}
