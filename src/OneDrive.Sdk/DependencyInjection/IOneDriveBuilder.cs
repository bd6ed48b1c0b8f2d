namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Goes on with what <c>AddOneDrive</c> began: how to sign in, where upload sessions are kept, how connections are made.</summary>
public interface IOneDriveBuilder
{
    /// <summary>The name of the registration; empty for the one without a name.</summary>
    string Name { get; }

    /// <summary>The services that are being registered.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// The HTTP client behind the registration, for the service and for sign-in with a secret or a certificate: to configure its primary
    /// handler (a proxy, for example) or to add handlers next to the network. Redirects must stay off. The factory's own request logging is
    /// removed, since it would log pre-authenticated addresses.
    /// </summary>
    IHttpClientBuilder HttpClient { get; }
}
