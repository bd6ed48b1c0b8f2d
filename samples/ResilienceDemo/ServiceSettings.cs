using Microsoft.Extensions.Logging;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace ResilienceDemo;

/// <summary>
/// Which service, which application and which drive, from environment variables; the emulator sets the same ones for the worker.
/// </summary>
internal sealed record ServiceSettings(
    Uri? Emulator,
    string? Cloud,
    string TenantId,
    string ClientId,
    string? ClientSecret,
    string? CertificatePath,
    string? CertificatePassword,
    string Drive,
    string Folder)
{
    private const string EmulatorName = "ONEDRIVE_EMULATOR";
    private const string CloudName = "ONEDRIVE_CLOUD";
    private const string TenantName = "ONEDRIVE_TENANT_ID";
    private const string ClientName = "ONEDRIVE_CLIENT_ID";
    private const string SecretName = "ONEDRIVE_CLIENT_SECRET";
    private const string CertificateName = "ONEDRIVE_CERTIFICATE_PATH";
    private const string PasswordName = "ONEDRIVE_CERTIFICATE_PASSWORD";
    private const string DriveName = "ONEDRIVE_DRIVE";
    private const string FolderName = "ONEDRIVE_FOLDER";

    /// <summary>Reads the settings, or null when none is given and the emulator is wanted.</summary>
    /// <exception cref="UsageException">Only some of the settings are there.</exception>
    internal static ServiceSettings? FromEnvironment()
    {
        string?[] given = [Get(TenantName), Get(ClientName), Get(SecretName), Get(CertificateName), Get(DriveName)];
        if (given.All(value => value is null))
        {
            return null;
        }

        if (Get(SecretName) is null == Get(CertificateName) is null)
        {
            throw new UsageException($"Set exactly one of {SecretName} and {CertificateName}.");
        }

        return new ServiceSettings(
            Get(EmulatorName) is { } emulator ? new Uri(emulator) : null,
            Get(CloudName),
            Required(TenantName),
            Required(ClientName),
            Get(SecretName),
            Get(CertificateName),
            Get(PasswordName),
            Required(DriveName),
            Get(FolderName) ?? "ResilienceDemo");
    }

    internal IReadOnlyDictionary<string, string?> ToEnvironment() => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [EmulatorName] = Emulator?.AbsoluteUri,
        [CloudName] = Cloud,
        [TenantName] = TenantId,
        [ClientName] = ClientId,
        [SecretName] = ClientSecret,
        [CertificateName] = CertificatePath,
        [PasswordName] = CertificatePassword,
        [DriveName] = Drive,
        [FolderName] = Folder,
    };

    internal OneDriveCloud ToCloud() => Emulator is not null
        ? OneDriveCloud.Custom(Emulator, Emulator)
        : Cloud is null ? OneDriveCloud.Global : OneDriveCloud.Parse(Cloud);

    internal IAccessTokenProvider CreateTokenProvider(ILoggerFactory loggerFactory)
    {
        if (ClientSecret is not null)
        {
            return new ClientSecretTokenProvider(
                new ClientSecretOptions { TenantId = TenantId, ClientId = ClientId, ClientSecret = ClientSecret },
                ToCloud(),
                loggerFactory: loggerFactory);
        }

        var isPem = string.Equals(Path.GetExtension(CertificatePath), ".pem", StringComparison.OrdinalIgnoreCase);
        return new ClientCertificateTokenProvider(
            new ClientCertificateOptions
            {
                TenantId = TenantId,
                ClientId = ClientId,
                PfxPath = isPem ? null : CertificatePath,
                PemPath = isPem ? CertificatePath : null,
                Password = CertificatePassword,
            },
            ToCloud(),
            loggerFactory: loggerFactory);
    }

    internal OneDriveOptions CreateOptions(ILoggerFactory loggerFactory, int fragmentSize, IUploadSessionStore? sessions = null) => new()
    {
        Cloud = ToCloud(),
        DefaultDrive = DriveAddress.Parse(Drive),
        LoggerFactory = loggerFactory,
        UploadSessionStore = sessions,
        Transfers = { FragmentSize = fragmentSize },
    };

    private static string? Get(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string Required(string name) =>
        Get(name) ?? throw new UsageException($"The environment variable {name} is not set. The README lists what the real service needs.");
}
