using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Abstractions.Authentication;

namespace OneDrive.Sdk.Emulator.ClientTests.Support;

/// <summary>An emulator with https, as the libraries of Microsoft want it, and what tells a client where it is.</summary>
public sealed class HttpsEmulator : IAsyncLifetime
{
    private OneDriveEmulator? _emulator;
    private HttpClient? _http;

    public OneDriveEmulator Emulator => _emulator!;

    /// <summary>A client for libraries that take one.</summary>
    public HttpClient Http => _http ??= NewClient();

    /// <summary>The address under the name of this machine, without a slash at the end.</summary>
    public string Address => $"https://localhost:{Emulator.Endpoint.Port}";

    public string GraphScope => $"{Address}/.default";

    public X509Certificate2 ClientCertificate { get; } = CreateCertificate();

    public async Task InitializeAsync()
    {
        _emulator = await OneDriveEmulator.StartAsync(options =>
        {
            options.UseHttps = true;
            options.Lenient = true;
            options.RefuseAuthorizationOnAnonymousUrls = false;
            options.DeviceCodeInterval = TimeSpan.FromSeconds(1);
        });
        _emulator.RegisterCertificate(OneDriveEmulator.DefaultClientId, ClientCertificate);
    }

    public async Task DisposeAsync()
    {
        ClientCertificate.Dispose();
        _http?.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>A handler that trusts the certificate of this emulator and no other.</summary>
    public SocketsHttpHandler NewHandler(bool redirects = true) => new()
    {
        AllowAutoRedirect = redirects,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate?.GetCertHashString() == Emulator.HttpsCertificate!.GetCertHashString(),
        },
    };

    public TOptions Configure<TOptions>(TOptions options)
        where TOptions : TokenCredentialOptions
    {
        options.AuthorityHost = new Uri(Address);
        options.Transport = new HttpClientTransport(NewHandler());
        options.Retry.MaxRetries = 0;
        return options;
    }

    /// <summary>The client of Microsoft, which signs in with the secret of the default application.</summary>
    public GraphServiceClient NewGraphClient(Azure.Core.TokenCredential? credential = null)
    {
        credential ??= new ClientSecretCredential(
            Emulator.TenantId,
            OneDriveEmulator.DefaultClientId,
            OneDriveEmulator.DefaultClientSecret,
            Configure(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }));
        IAuthenticationProvider provider = new AzureIdentityAuthenticationProvider(
            credential, ["localhost"], observabilityOptions: null, isCaeEnabled: false, GraphScope);
        return new GraphServiceClient(GraphClientFactory.Create(finalHandler: NewHandler(redirects: false)), provider, $"{Address}/v1.0");
    }

    private HttpClient NewClient() => new(NewHandler());

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null, X509KeyStorageFlags.Exportable);
    }
}
