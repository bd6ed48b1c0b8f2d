namespace OneDrive.Sdk.Http;

/// <summary>Checks the transport that a caller supplies.</summary>
internal static class CallersTransport
{
    /// <summary>
    /// Rejects a transport that follows redirects: the SDK must handle the redirect of a download to send range requests, and must not send
    /// tokens and headers to other hosts. A handler of an unknown type is accepted.
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
