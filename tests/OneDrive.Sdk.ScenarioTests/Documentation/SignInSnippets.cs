using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/sign-in.md. It is compiled only: certificates and vaults are the reader's.</summary>
internal static class SignInSnippets
{
    internal static void Certificate(IServiceCollection services)
    {
        // begin: certificate from the store
        services.AddOneDrive().AddClientCertificate(options =>
        {
            options.TenantId = "contoso.onmicrosoft.com";
            options.ClientId = "11111111-2222-3333-4444-555555555555";
            options.Subject = "CN=Backup";
        });
        // end
    }

    internal static void Secret(IServiceCollection services, Func<CancellationToken, ValueTask<string>> readFromVault)
    {
        // begin: secret from a vault
        services.AddOneDrive().AddClientSecret(options =>
        {
            options.TokenUrl = "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token";
            options.ClientId = "11111111-2222-3333-4444-555555555555";
            options.ClientSecretProvider = readFromVault;
        });
        // end
    }

    internal static void Own(IServiceCollection services, Func<Uri, CancellationToken, Task<(string Token, DateTimeOffset Expires)>> signIn)
    {
        // begin: own tokens
        services.AddOneDrive().AddTokenProvider(new DelegateTokenProvider(async (request, cancellationToken) =>
        {
            var (token, expires) = await signIn(request.Resource, cancellationToken);
            return new AccessToken(token, expires);
        }));
        // end
    }
}
