namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a registration: the sign-in, the upload session store and the HTTP connections.</summary>
public interface IOneDriveBuilder
{
    /// <summary>The name of the registration; empty for the default registration.</summary>
    string Name { get; }

    /// <summary>The services that are being registered.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// The HTTP client of the registration, for the service and for sign-in with a secret or a certificate. Use it to configure the primary
    /// handler (for example a proxy) or to add handlers. Redirects must stay disabled. The request logging of the factory is removed,
    /// because it would log pre-authenticated URLs.
    /// </summary>
    IHttpClientBuilder HttpClient { get; }
}
