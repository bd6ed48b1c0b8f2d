using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a <see cref="TokenCredential"/> as the sign-in of a client.</summary>
public static class OneDriveAzureExtensions
{
    /// <summary>Signs in with a credential, such as <c>new ManagedIdentityCredential(…)</c>.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="credential">The credential. It is not disposed.</param>
    /// <param name="configure">Configures the options; all of them have defaults.</param>
    public static IOneDriveBuilder AddTokenCredential(
        this IOneDriveBuilder builder, TokenCredential credential, Action<AzureTokenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return builder.AddTokenCredential(_ => credential, configure);
    }

    /// <summary>Signs in with a credential from the service container.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="create">Gets or creates the credential; called once.</param>
    /// <param name="configure">Configures the options; all of them have defaults.</param>
    public static IOneDriveBuilder AddTokenCredential(
        this IOneDriveBuilder builder, Func<IServiceProvider, TokenCredential> create, Action<AzureTokenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        return builder.AddTokenProvider(services =>
        {
            var client = services.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().Get(builder.Name);
            var options = new AzureTokenOptions { TimeProvider = client.TimeProvider };
            configure?.Invoke(options);
            return new AzureTokenProvider(create(services), options, services.GetService<ILoggerFactory>());
        });
    }
}
