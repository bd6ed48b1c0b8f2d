using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.AotSmoke.Service;
using OneDrive.Sdk.AotSmoke.SignIn;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>A client from a container and a configuration file, which the generated binder reads.</summary>
internal static class ContainerChecks
{
    private const string Settings = $$"""
        {
          "OneDrive": {
            "GroupOrUserId": "/users/adele@contoso.com",
            "ApplicationName": "NONISV|Contoso|AotSmoke/1.0",
            "ExtraHeaders": "X-One:1||X-Two:2",
            "MaxConcurrentRequests": 8,
            "Retry": { "Mode": "Any", "StatusCodeList": "429|503|423", "MaxRetryAttempts": 2, "MaxRetryAfter": "00:00:07" },
            "Transfers": { "FragmentSize": 655360, "VerifyContentHash": false },
            "ClientCertificate": {
              "ClientId": "{{SignInChecks.ClientId}}",
              "Password": "of the file",
              "AssertionLifetime": "00:07:00",
              "SendCertificateChain": true
            }
          }
        }
        """;

    internal static async Task RunAsync(Checks checks)
    {
        var directory = Directory.CreateTempSubdirectory("onedrive-aot-");
        try
        {
            using var certificate = TestCertificate.Create();
            var file = Path.Combine(directory.FullName, "certificate.pfx");
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "of the file"));
            await using var endpoint = new LoopbackTokenEndpoint();
            await SignInAsync(checks, endpoint, certificate, file);
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        await ByNameAsync(checks);
    }

    private static async Task SignInAsync(Checks checks, LoopbackTokenEndpoint endpoint, X509Certificate2 certificate, string file)
    {
        var service = new CannedService()
            .On("GET", "users/adele@contoso.com/drive/root:/Reports", HttpStatusCode.OK, """{ "name": "Reports" }""");
        var configuration = new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Settings)))
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["OneDrive:ClientCertificate:TokenUrl"] = endpoint.Address,
                ["OneDrive:ClientCertificate:PfxPath"] = file,
            })
            .Build();
        var services = new ServiceCollection();
        services.AddOneDrive(configuration.GetSection("OneDrive"))
            .AddUploadSessionStore<InMemoryUploadSessionStore>()
            .HttpClient.AddHttpMessageHandler(() => new ServiceDetour(service));
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        var item = await provider.GetRequiredService<IOneDriveClient>().Items.GetAsync(DriveAddress.Default.Path("/Reports"));

        checks.Equal("a client from configuration works", "Reports", item.Name);
        checks.Equal("with the token of its sign-in", "Bearer token-1", service.Last.Header("Authorization"));
        checks.Equal("its application name is bound", "NONISV|Contoso|AotSmoke/1.0", service.Last.Header("User-Agent"));
        checks.That("its headers are bound", service.Last is { } sent && sent.Header("X-One") == "1" && sent.Header("X-Two") == "2");
        var assertion = Verify(checks, endpoint, certificate).Single();
        checks.Equal(
            "the chain is sent when it is asked for",
            Convert.ToBase64String(certificate.RawData),
            assertion.Header.GetProperty("x5c")[0].GetString());

        var options = provider.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().CurrentValue;
        checks.Equal("numbers are bound", 8, options.MaxConcurrentRequests);
        checks.Equal("an enumeration is bound", RetryMode.Any, options.Retry.Mode);
        checks.Equal("a time is bound", TimeSpan.FromSeconds(7), options.Retry.MaxRetryAfter);
        checks.Equal("a list as text is bound", "429|503|423", options.Retry.StatusCodeList);
        checks.That("a nested section is bound", options.Transfers is { FragmentSize: 655_360, VerifyContentHash: false });
        checks.Equal("what is absent keeps its default", 4L * 1024 * 1024, options.Transfers.SingleRequestLimit);
        checks.That("a store of the application's own is made", options.UploadSessionStore is InMemoryUploadSessionStore);
    }

    private static IReadOnlyList<ReceivedAssertion> Verify(Checks checks, LoopbackTokenEndpoint endpoint, X509Certificate2 certificate) =>
        SignInChecks.Verify(checks, endpoint, certificate, TimeSpan.FromMinutes(7));

    private static async Task ByNameAsync(Checks checks)
    {
        var service = new CannedService()
            .On("GET", "me/drive", HttpStatusCode.OK, """{ "id": "1" }""")
            .On("GET", "me/drive", HttpStatusCode.OK, """{ "id": "2" }""");
        var services = new ServiceCollection();
        services.AddOneDrive("archive", options => options.ApplicationName = "Archive/1.0")
            .AddTokenProvider(Client.Tokens)
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => service);
        await using var provider = services.BuildServiceProvider();

        var keyed = await provider.GetRequiredKeyedService<IOneDriveClient>("archive").Drives.GetAsync(DriveAddress.Me);
        var made = await provider.GetRequiredService<IOneDriveClientFactory>().CreateClient("archive", Client.Tokens)
            .Drives.GetAsync(DriveAddress.Me);

        checks.Equal("a client is found by its name", "1", keyed.Id);
        checks.Equal("and made for another identity", "2", made.Id);
        checks.That("with the settings of that name", service.Requests.All(request => request.Header("User-Agent") == "Archive/1.0"));
    }
}
