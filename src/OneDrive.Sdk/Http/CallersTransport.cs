namespace OneDrive.Sdk.Http;

/// <summary>Checks the transport that a caller supplies.</summary>
internal static class CallersTransport
{
    /// <summary>
    /// Refuses a transport that follows redirects: the SDK has to see where a download leads, to send ranges there and tokens and headers
    /// nowhere. A handler of an unknown type is trusted.
    /// </summary>
    /// <exception cref="ArgumentException">The transport follows redirects.</exception>
    internal static void Require(HttpMessageHandler transport, string parameterName)
    {
        for (var handler = transport; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            if (handler is SocketsHttpHandler { AllowAutoRedirect: true }
                || (handler is HttpClientHandler client && FollowsRedirects(client)))
            {
                throw new ArgumentException(
                    $"The {handler.GetType().Name} follows redirects, but the SDK must handle them: a download URL accepts ranges "
                    + "and must not receive the token. Set AllowAutoRedirect to false.",
                    parameterName);
            }
        }
    }

    // In a browser there is nothing to set, and nothing to see.
    private static bool FollowsRedirects(HttpClientHandler handler) => !OperatingSystem.IsBrowser() && handler.AllowAutoRedirect;
}
