using System.Security.Cryptography.X509Certificates;
using System.Text;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Authentication;
using AccessToken = OneDrive.Sdk.Authentication.AccessToken;

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

    internal static void Vault(
        IServiceCollection services, X509Certificate2 publicHalf, Func<string, ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>> sign)
    {
        // begin: key in a vault
        services.AddOneDrive().AddClientCertificate(options =>
        {
            options.TenantId = "contoso.onmicrosoft.com";
            options.ClientId = "11111111-2222-3333-4444-555555555555";
            options.Certificate = publicHalf;
            options.SignatureProvider = async (algorithm, data, cancellationToken) =>
                await sign(algorithm.ToString(), data, cancellationToken);
        });
        // end
    }

    internal static void Workload(IServiceCollection services)
    {
        // begin: assertion from elsewhere
        services.AddOneDrive().AddClientCertificate(options =>
        {
            options.TenantId = "contoso.onmicrosoft.com";
            options.ClientId = "11111111-2222-3333-4444-555555555555";
            options.AssertionProvider = async (_, cancellationToken) =>
                await File.ReadAllTextAsync("/var/run/secrets/azure/tokens/azure-identity-token", cancellationToken);
        });
        // end
    }

    internal static void Web(IServiceCollection services, Func<CancellationToken, ValueTask<string>> readFromVault)
    {
        // begin: people through a web application
        services.AddOneDrive()
            .AddAuthorizationCode(options =>
            {
                options.ClientId = "11111111-2222-3333-4444-555555555555";
                options.ClientSecretProvider = readFromVault;
                options.RedirectUri = new Uri("https://backup.example/api/adapters/onedrive/callback");
            })
            .AddEncryptedFileTokenStore("/var/lib/backup/sign-ins");
        // end
    }

    internal static async Task<Models.Drive> FlowAsync(
        AuthorizationCodeFlow flow,
        IOneDriveClientFactory clients,
        string userId,
        Action<Uri> redirect,
        Uri callbackAddress,
        CancellationToken cancellationToken)
    {
        // begin: begin, complete, work
        // The user asks to connect OneDrive: redirect the browser to the sign-in page.
        var start = await flow.BeginAsync(userId, cancellationToken: cancellationToken);
        redirect(start.Address);

        // The browser is back.
        var signIn = await flow.CompleteAsync(userId, AuthorizationCallback.Parse(callbackAddress), cancellationToken);

        // Now, and in a month from now:
        var client = clients.CreateClient("", flow.ForUser(userId));
        var drive = await client.Drives.GetAsync(DriveAddress.Me, cancellationToken: cancellationToken);
        // end
        return signIn.Key.Length > 0 ? drive : throw new InvalidOperationException();
    }

    internal static async Task DesktopAsync(string home, CancellationToken cancellationToken)
    {
        // begin: people on their own machine
        using var flow = new AuthorizationCodeFlow(
            new AuthorizationCodeOptions
            {
                ClientId = "11111111-2222-3333-4444-555555555555",
                RedirectUri = new Uri("http://localhost"),
            },
            new EncryptedFileTokenStore(Path.Combine(home, ".config", "backup")));
        if (await flow.FindAsync("me", cancellationToken) is null)
            await flow.SignInInteractivelyAsync("me", cancellationToken: cancellationToken);
        using var client = new OneDriveClient(flow.ForUser("me"));
        // end
    }

    internal static async Task DeviceAsync(string home, CancellationToken cancellationToken)
    {
        // begin: people with a code
        using var flow = new DeviceCodeFlow(
            new DeviceCodeOptions { ClientId = "11111111-2222-3333-4444-555555555555" },
            new EncryptedFileTokenStore(Path.Combine(home, ".config", "backup")));
        if (await flow.FindAsync("me", cancellationToken) is null)
        {
            var prompt = await flow.BeginAsync("me", cancellationToken: cancellationToken);
            Console.WriteLine(prompt.Message);
            await flow.CompleteAsync(prompt, cancellationToken);
        }

        using var client = new OneDriveClient(flow.ForUser("me"));
        // end
    }

    internal static async Task<Models.Drive> LegacyAsync(
        Func<CancellationToken, ValueTask<string>> readFromVault,
        string userId,
        Action<Uri> redirect,
        Uri callbackAddress,
        CancellationToken cancellationToken)
    {
        // begin: OneDrive for Business, first version
        using var flow = new AadV1Flow(
            new AadV1Options
            {
                ClientId = "11111111-2222-3333-4444-555555555555",
                ClientSecretProvider = readFromVault,
                RedirectUri = new Uri("https://backup.example/callback"),
                Service = new DiscoveredService(
                    "https://contoso-my.sharepoint.com/", new Uri("https://contoso-my.sharepoint.com/_api/v2.0")),
            },
            new EncryptedFileTokenStore("/var/lib/backup/sign-ins"));
        var start = await flow.BeginAsync(userId, cancellationToken: cancellationToken);
        redirect(start.Address);

        // The browser is back.
        await flow.CompleteAsync(userId, AuthorizationCallback.Parse(callbackAddress), cancellationToken);
        var service = await flow.FindServiceAsync(userId, cancellationToken);
        using var client = new OneDriveClient(
            flow.ForUser(userId, service), new OneDriveOptions { ServiceEndpoint = service.EndpointUri });
        var drive = await client.Drives.GetAsync(DriveAddress.Me, cancellationToken: cancellationToken);
        // end
        return drive;
    }

    internal static void OnBehalfOf(
        IServiceCollection services, Func<string> bearerTokenOfRequest, Func<CancellationToken, ValueTask<string>> readFromVault)
    {
        // begin: on behalf of people
        services.AddOneDrive().AddOnBehalfOf(options =>
        {
            options.TenantId = "contoso.onmicrosoft.com";
            options.ClientId = "11111111-2222-3333-4444-555555555555";
            options.ClientSecretProvider = readFromVault;
            options.UserAssertionProvider = _ => ValueTask.FromResult(bearerTokenOfRequest());
        });
        // end
    }

    internal static async Task<string?> ChallengeAsync(IOneDriveClient client, CancellationToken cancellationToken)
    {
        // begin: pass a challenge on
        try
        {
            await client.Drives.GetAsync(DriveAddress.Me, cancellationToken: cancellationToken);
        }
        catch (OneDriveAuthenticationException failure) when (failure is { RequiresSignIn: true, Claims: { } claims })
        {
            // Return 401 with this in WWW-Authenticate; the client of the user signs in again and repeats the request.
            return $"Bearer error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims))}\"";
        }
        // end
        return null;
    }

    internal static void OpenId(IServiceCollection services, Func<CancellationToken, ValueTask<string>> readFromVault)
    {
        // begin: OpenID Connect
        services.AddOneDrive().AddAuthorizationCode(options =>
        {
            options.Issuer = "https://login.microsoftonline.com/7f4bd3c6-6a52-4c61-9d0a-30a1d0e3c5f1/v2.0";
            options.ClientId = "11111111-2222-3333-4444-555555555555";
            options.ClientSecretProvider = readFromVault;
            options.RedirectUri = new Uri("https://scanner.example/login/oauth2/code/oidc");
            options.Scopes = ["openid", "profile", "offline_access"];
            options.AdditionalScopes = ["https://graph.microsoft.com/Files.ReadWrite"];
        });
        // end
    }

    internal static void Credential(IServiceCollection services, TokenCredential credential)
    {
        // begin: credential of Azure
        services.AddOneDrive().AddTokenCredential(credential, options => options.IsApplicationOnly = true);
        // end
    }

    internal static TokenCredential Reverse(IAccessTokenProvider tokens)
    {
        // begin: the other way round
        var credential = new OneDriveTokenCredential(tokens);
        // end
        return credential;
    }

    internal static void ManyMachines(IServiceCollection services, byte[] keyFromVault)
    {
        // begin: many machines
        var keys = new TokenEncryptionKeys("2026-11", keyFromVault);
        services.AddOneDrive()
            .AddDistributedTokenStore(keys)
            .AddDistributedUploadSessionStore(keys);
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

    internal static void AadV1(IServiceCollection services, Func<CancellationToken, ValueTask<string>> readFromVault)
    {
        // begin: v1 with a container
        services.AddOneDrive(options => options.ServiceEndpoint = new Uri("https://contoso-my.sharepoint.com/_api/v2.0"))
            .AddAadV1(options =>
            {
                options.ClientId = "11111111-2222-3333-4444-555555555555";
                options.ClientSecretProvider = readFromVault;
                options.RedirectUri = new Uri("https://backup.example/callback");
                options.Service = new DiscoveredService(
                    "https://contoso-my.sharepoint.com/", new Uri("https://contoso-my.sharepoint.com/_api/v2.0"));
            })
            .AddEncryptedFileTokenStore("/var/lib/backup/sign-ins");
        // end
    }
}
