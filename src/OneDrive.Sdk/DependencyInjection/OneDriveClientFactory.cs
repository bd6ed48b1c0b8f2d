using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class OneDriveClientFactory(
    IServiceProvider services,
    IHttpMessageHandlerFactory handlers,
    IOptionsMonitor<OneDriveOptions> options,
    IEnumerable<OneDriveRegistration> registrations) : IOneDriveClientFactory
{
    private readonly ConcurrentDictionary<string, Lazy<ClientPipeline>> _pipelines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<IOneDriveClient>> _clients = new(StringComparer.Ordinal);

    public IOneDriveClient CreateClient(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _clients.GetOrAdd(name, static (name, factory) => new Lazy<IOneDriveClient>(() => factory.Create(name)), this).Value;
    }

    public IOneDriveClient CreateClient(string name, IAccessTokenProvider tokens)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(tokens);
        return new OneDriveClient(tokens, Pipeline(name), ownsTransport: false);
    }

    private OneDriveClient Create(string name)
    {
        var pipeline = Pipeline(name);
        var tokens = FindTokens(name) ?? throw new InvalidOperationException(
            $"The OneDrive client {Quote(name)} does not have a sign-in. Add one to its registration: AddClientSecret, "
            + "AddClientCertificate, AddAuthorizationCode, AddDeviceCode, AddOnBehalfOf, AddAadV1 or AddTokenProvider.");
        return new OneDriveClient(tokens, pipeline, ownsTransport: false);
    }

    private IAccessTokenProvider? FindTokens(string name) => services.GetKeyedService<IAccessTokenProvider>(name);

    private ClientPipeline Pipeline(string name)
    {
        if (!registrations.Any(registration => string.Equals(registration.Name, name, StringComparison.Ordinal)))
        {
            var names = string.Join(", ", registrations.Select(registration => Quote(registration.Name)).Distinct(StringComparer.Ordinal));
            throw new InvalidOperationException(
                $"The OneDrive client {Quote(name)} is not registered. Registered clients: {names}. Call services.AddOneDrive(\"{name}\", "
                + "…).");
        }

        return _pipelines.GetOrAdd(
            name,
            static (name, factory) => new Lazy<ClientPipeline>(() => ClientPipeline.Create(
                factory.Options.Get(name), factory.Handlers.CreateHandler(
                    OneDriveRegistration.HttpClientName(name)), factory.FindTokens(name))),
            this).Value;
    }

    private IOptionsMonitor<OneDriveOptions> Options => options;

    private IHttpMessageHandlerFactory Handlers => handlers;

    private static string Quote(string name) => name.Length == 0 ? "without a name" : $"'{name}'";
}
