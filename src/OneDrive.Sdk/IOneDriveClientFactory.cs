using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk;

/// <summary>Creates the clients that were registered with <c>AddOneDrive</c>.</summary>
public interface IOneDriveClientFactory
{
    /// <summary>Gets the client with a name; the same instance each time.</summary>
    /// <param name="name">The name given to <c>AddOneDrive</c>; empty for the registration without a name.</param>
    /// <exception cref="InvalidOperationException">The name is not registered, or the registration does not have a sign-in.</exception>
    IOneDriveClient CreateClient(string name);

    /// <summary>
    /// Creates a client with the settings, connections and throttling state of a registration, for another identity; a new instance each
    /// time.
    /// </summary>
    /// <param name="name">The name given to <c>AddOneDrive</c>; empty for the registration without a name.</param>
    /// <param name="tokens">The token provider of the identity.</param>
    /// <exception cref="InvalidOperationException">Nothing is registered under the name.</exception>
    IOneDriveClient CreateClient(string name, IAccessTokenProvider tokens);
}
