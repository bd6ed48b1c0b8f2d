using Microsoft.Extensions.DependencyInjection;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class OneDriveBuilder(string name, IServiceCollection services, IHttpClientBuilder httpClient) : IOneDriveBuilder
{
    public string Name => name;

    public IServiceCollection Services => services;

    public IHttpClientBuilder HttpClient => httpClient;
}
