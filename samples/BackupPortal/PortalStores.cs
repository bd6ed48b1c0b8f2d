using BackupPortal.Security;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace BackupPortal;

/// <summary>Where sign-ins and unfinished uploads are kept. The only place that names the stores.</summary>
public static class PortalStores
{
    public static IServiceCollection AddPortalStores(this IServiceCollection services) => services
        .AddSingleton<ITokenStore>(provider => new EncryptedFileTokenStore(
            Folder(provider, "sign-ins"), new TokenEncryptionKeys("portal", provider.GetRequiredService<PortalKey>().Derive("sign-ins"))))
        .AddSingleton<IUploadSessionStore>(provider => new FileUploadSessionStore(
            Folder(provider, "uploads"), provider.GetRequiredService<PortalKey>().Derive("uploads")))
        .AddSingleton<IAuthorizationSessionStore>(provider =>
            new InMemoryAuthorizationSessionStore(provider.GetRequiredService<TimeProvider>()));

    private static string Folder(IServiceProvider provider, string name) =>
        Path.Combine(provider.GetRequiredService<IOptions<PortalSettings>>().Value.DataFolder, name);
}
