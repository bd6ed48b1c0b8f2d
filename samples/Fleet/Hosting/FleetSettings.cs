using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.Fleet.Hosting;

/// <summary>The service, the application and the database, from options and the environment variables of the README.</summary>
internal sealed record FleetSettings
{
    /// <summary>The connection string of PostgreSQL; null for SQLite and queues in memory, in one process.</summary>
    internal string? Database { get; init; }

    /// <summary>The SQLite file; used without PostgreSQL.</summary>
    internal string? File { get; init; }

    /// <summary>An emulator, or another service at this address; null for the service.</summary>
    internal Uri? Service { get; init; }

    /// <summary>The 32-byte key that seals sign-ins and upload URLs in the database; the same for every worker.</summary>
    internal required byte[] Key { get; init; }

    internal OneDriveCloud Cloud => Service is not null
        ? OneDriveCloud.Custom(Service, Service)
        : Read("ONEDRIVE_CLOUD") is { } name ? OneDriveCloud.Parse(name) : OneDriveCloud.Global;

    internal static string? CertificatePath => Read("ONEDRIVE_CERTIFICATE_PATH");

    internal static string? CertificatePassword => Read("ONEDRIVE_CERTIFICATE_PASSWORD");

    internal string TenantId => Read("ONEDRIVE_TENANT_ID") ?? OfEmulator(OneDriveEmulator.DefaultTenantId, "ONEDRIVE_TENANT_ID");

    internal string ClientId => Read("ONEDRIVE_CLIENT_ID") ?? OfEmulator(OneDriveEmulator.DefaultClientId, "ONEDRIVE_CLIENT_ID");

    /// <summary>Null when a user signs in with <c>fleet sign-in</c>.</summary>
    internal string? ClientSecret => Read("ONEDRIVE_CLIENT_SECRET")
        ?? (Service is not null && Read("ONEDRIVE_CLIENT_ID") is null ? OneDriveEmulator.DefaultClientSecret : null);

    internal static string DefaultDrive => Read("ONEDRIVE_DRIVE") ?? "/users/adele@contoso.example";

    internal static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private string OfEmulator(string value, string name) => Service is not null
        ? value
        : throw new FleetException($"The environment variable {name} is not set. The README lists what the service needs.");
}
