using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>Registers a sign-in of a client: its options, their validation, the flow or provider itself, and its tokens.</summary>
internal static class SignInRegistration
{
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="create">Creates the flow or the provider, once; the container disposes it.</param>
    /// <param name="tokensOf">Returns the token provider of the injected client.</param>
    internal static IOneDriveBuilder AddSignIn<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions, TSignIn>(
        this IOneDriveBuilder builder,
        Action<TOptions> configure,
        Func<TOptions, SignInServices, TSignIn> create,
        Func<TSignIn, TOptions, IAccessTokenProvider> tokensOf)
        where TOptions : class, ISignInOptions
        where TSignIn : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var name = builder.Name;
        builder.Services.AddOptions<TOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, SignInOptionsValidator<TOptions>>());
        builder.Services.AddKeyedSingleton(name, (services, _) => create(OptionsOf(services), new SignInServices(services, name)));
        if (name.Length == 0)
        {
            builder.Services.AddSingleton(services => services.GetRequiredKeyedService<TSignIn>(""));
        }

        return builder.AddTokenProvider(services => tokensOf(services.GetRequiredKeyedService<TSignIn>(name), OptionsOf(services)));

        TOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name);
    }
}
