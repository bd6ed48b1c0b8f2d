using BackupPortal.Data;
using BackupPortal.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace BackupPortal;

/// <summary>
/// Where sign-ins and unfinished uploads are kept. Sign-ins stand in the database. Unfinished uploads stand beside the staged content
/// that they send, on this machine.
/// </summary>
public static class PortalStores
{
    public static IServiceCollection AddPortalStores(this IServiceCollection services) => services
        .AddSingleton(provider => EntityFrameworkDatabase.Create(provider.GetRequiredService<IDbContextFactory<PortalDb>>()))
        .AddSingleton<ITokenStore>(provider => new EntityFrameworkTokenStore(
            provider.GetRequiredService<EntityFrameworkDatabase>(), KeysFor(provider, "sign-ins")))
        .AddSingleton<IAuthorizationSessionStore>(provider => new EntityFrameworkAuthorizationSessionStore(
            provider.GetRequiredService<EntityFrameworkDatabase>(), KeysFor(provider, "sessions")))
        .AddSingleton<IUploadSessionStore>(provider => new FileUploadSessionStore(
            Path.Combine(provider.GetRequiredService<IOptions<PortalSettings>>().Value.DataFolder, "uploads"),
            provider.GetRequiredService<PortalKey>().Derive("uploads")));

    private static TokenEncryptionKeys KeysFor(IServiceProvider provider, string purpose) =>
        new("portal", provider.GetRequiredService<PortalKey>().Derive(purpose));
}
