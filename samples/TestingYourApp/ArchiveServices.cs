using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk;

namespace TestingYourApp;

/// <summary>The application's own registration, which tests use too.</summary>
public static class ArchiveServices
{
    public static IOneDriveBuilder AddInvoiceArchive(
        this IServiceCollection services, string tenantId, string clientId, string secret, string user)
    {
        services.AddSingleton<InvoiceArchive>();
        return services
            .AddOneDrive(options => options.DefaultDrive = DriveAddress.User(user))
            .AddClientSecret(options => (options.TenantId, options.ClientId, options.ClientSecret) = (tenantId, clientId, secret));
    }
}
