using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk;

/// <summary>Makes the clients that were registered with <c>AddOneDrive</c>.</summary>
public interface IOneDriveClientFactory
{
    /// <summary>Gets the client of a name; the same object each time.</summary>
    /// <param name="name">The name given to <c>AddOneDrive</c>; empty for the registration without a name.</param>
    /// <exception cref="InvalidOperationException">Nothing is registered under the name, or it has no sign-in.</exception>
    IOneDriveClient CreateClient(string name);

    /// <summary>
    /// Makes a client with the settings, connections and throttling of a name, for another identity; a new object each time.
    /// </summary>
    /// <param name="name">The name given to <c>AddOneDrive</c>; empty for the registration without a name.</param>
    /// <param name="tokens">Who signs in.</param>
    /// <exception cref="InvalidOperationException">Nothing is registered under the name.</exception>
    IOneDriveClient CreateClient(string name, IAccessTokenProvider tokens);
}
