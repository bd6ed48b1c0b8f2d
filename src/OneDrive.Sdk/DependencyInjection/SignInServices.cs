using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The services that the sign-in of a client uses, from the container.</summary>
internal sealed class SignInServices(IServiceProvider services, string name)
{
    private OneDriveOptions Client => services.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().Get(name);

    internal OneDriveCloud Cloud => Client.Cloud;

    internal TimeProvider TimeProvider => Client.TimeProvider;

    internal ILoggerFactory? LoggerFactory => services.GetService<ILoggerFactory>();

    internal ITokenStore? TokenStore => services.GetKeyedService<ITokenStore>(name);

    internal IAuthorizationSessionStore? SessionStore => services.GetKeyedService<IAuthorizationSessionStore>(name);

    /// <summary>The HTTP handler of the client, which the factory disposes.</summary>
    internal HttpMessageHandler CreateTransport() =>
        services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(OneDriveRegistration.HttpClientName(name));
}
