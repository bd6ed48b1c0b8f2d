using System.Globalization;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.Cli;

/// <summary>Makes a token provider of a profile.</summary>
internal static class SignIns
{
    internal static (IAccessTokenProvider Tokens, IDisposable? Flow) Open(Profile profile, OneDriveCloud cloud, StateFolder state)
    {
        switch (profile.Kind)
        {
            case SignInKind.Browser:
                var browser = OpenBrowser(profile, cloud, state);
                return (browser.ForUser(profile.Name), browser);
            case SignInKind.DeviceCode:
                var device = OpenDeviceCode(profile, cloud, state);
                return (device.ForUser(profile.Name), device);
            case SignInKind.Certificate:
                var certificate = new ClientCertificateTokenProvider(CertificateOf(profile), cloud);
                return (certificate, certificate);
            default:
                var secret = new ClientSecretTokenProvider(SecretOf(profile), cloud);
                return (secret, secret);
        }
    }

    internal static AuthorizationCodeFlow OpenBrowser(
        Profile profile, OneDriveCloud cloud, StateFolder state, AuthorizationResponseMode? mode = null) => new(
        new AuthorizationCodeOptions
        {
            TenantId = profile.TenantId ?? "common",
            ClientId = profile.ClientId,
            RedirectUri = new Uri("http://localhost/"),
            ResponseMode = mode,
        },
        new EncryptedFileTokenStore(state.SignIns),
        cloud: cloud);

    internal static DeviceCodeFlow OpenDeviceCode(Profile profile, OneDriveCloud cloud, StateFolder state) => new(
        new DeviceCodeOptions { TenantId = profile.TenantId ?? "common", ClientId = profile.ClientId },
        new EncryptedFileTokenStore(state.SignIns),
        cloud);

    private static ClientCertificateOptions CertificateOf(Profile profile)
    {
        var isPem = Path.GetExtension(profile.CertificatePath) is ".pem" or ".PEM" or ".crt";
        return new ClientCertificateOptions
        {
            TenantId = profile.TenantId,
            ClientId = profile.ClientId,
            PfxPath = isPem ? null : profile.CertificatePath,
            PemPath = isPem ? profile.CertificatePath : null,
            Password = profile.PasswordVariable is { } name ? Environment.GetEnvironmentVariable(name) : null,
        };
    }

    private static ClientSecretOptions SecretOf(Profile profile) => profile.Kind is SignInKind.Emulator
        ? new ClientSecretOptions
        {
            TenantId = OneDriveEmulator.DefaultTenantId,
            ClientId = OneDriveEmulator.DefaultClientId,
            ClientSecret = OneDriveEmulator.DefaultClientSecret,
        }
        : new ClientSecretOptions
        {
            TenantId = profile.TenantId,
            ClientId = profile.ClientId,
            ClientSecretProvider = token => ReadSecretAsync(profile, token),
            ClientSecretExpiresOn = DateTimeOffset.TryParse(
                profile.SecretExpires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
        };

    private static async ValueTask<string> ReadSecretAsync(Profile profile, CancellationToken cancellationToken)
    {
        if (profile.SecretFile is { } path)
            return (await File.ReadAllTextAsync(path, cancellationToken)).Trim();
        var name = profile.SecretVariable ?? "ONEDRIVE_CLIENT_SECRET";
        return Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new CliException($"The environment variable {name} does not hold the client secret.", ExitCode.SignIn);
    }
}
