using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Leaks;

namespace OneDrive.Sdk.ScenarioTests.Authentication;

/// <summary>An emulator of its own that knows one certificate, and ways to sign in to it.</summary>
internal sealed class SignInScenario : IAsyncDisposable
{
    private static readonly Lazy<X509Certificate2> LazyCertificate = new(CreateCertificate);

    private SignInScenario(OneDriveEmulator emulator, TimeProvider clock)
    {
        Emulator = emulator;
        Clock = clock;
        Cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint);
        emulator.RegisterCertificate(OneDriveEmulator.DefaultClientId, Certificate);
    }

    internal static X509Certificate2 Certificate => LazyCertificate.Value;

    internal OneDriveEmulator Emulator { get; }

    internal OneDriveCloud Cloud { get; }

    /// <summary>The client's clock.</summary>
    internal TimeProvider Clock { get; }

    internal int TokenRequests => Emulator.Traffic.Of(EmulatorOperation.Token).Count;

    /// <summary>Starts the emulator on the client's clock, or on one of its own.</summary>
    internal static async Task<SignInScenario> StartAsync(TimeProvider clock, TimeProvider? emulatorClock = null) =>
        new(await OneDriveEmulator.StartAsync(options => options.TimeProvider = emulatorClock ?? clock), clock);

    internal static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=Scenario", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    internal ClientSecretTokenProvider WithSecret(Action<ClientSecretOptions>? configure = null)
    {
        var options = new ClientSecretOptions
        {
            TenantId = Emulator.TenantId,
            ClientId = OneDriveEmulator.DefaultClientId,
            ClientSecret = OneDriveEmulator.DefaultClientSecret,
        };
        configure?.Invoke(options);
        return new ClientSecretTokenProvider(options, Cloud, loggerFactory: LeakListener.LoggerFactory, timeProvider: Clock);
    }

    internal ClientCertificateTokenProvider WithCertificate(Action<ClientCertificateOptions>? configure = null)
    {
        var options = new ClientCertificateOptions
        {
            TenantId = Emulator.TenantId,
            ClientId = OneDriveEmulator.DefaultClientId,
            Certificate = Certificate,
        };
        configure?.Invoke(options);
        return new ClientCertificateTokenProvider(options, Cloud, loggerFactory: LeakListener.LoggerFactory, timeProvider: Clock);
    }

    internal OneDriveClient CreateClient(IAccessTokenProvider tokens) =>
        new(
            tokens,
            new OneDriveOptions
            {
                Cloud = Cloud,
                TimeProvider = Clock,
                LoggerFactory = LeakListener.LoggerFactory,
                DefaultDrive = DriveAddress.ById(Emulator.DefaultUser.Drive.Id),
            });

    internal AccessTokenRequest Request(AccessToken? rejected = null) => new() { Resource = Emulator.Endpoint, Rejected = rejected };

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
