using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneDrive.Sdk.Fleet.Work;

namespace OneDrive.Sdk.Fleet.Hosting;

/// <summary>A process with workers, the dashboard, or both.</summary>
internal static class FleetHost
{
    internal static IHost Create(FleetSettings settings, WorkerOptions? workers, int? dashboardPort)
    {
        if (dashboardPort is not { } port)
        {
            var plain = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
            Add(plain.Services, settings, workers);
            return plain.Build();
        }

        var web = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = typeof(FleetHost).Assembly.GetName().Name });
        web.Logging.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["127.0.0.1", "localhost", "[::1]"]);
        web.WebHost.UseUrls($"http://127.0.0.1:{port}");
        Add(web.Services, settings, workers);
        web.Services.AddAntiforgery();
        var app = web.Build();
        app.UseHostFiltering();
        app.MapGet("/", () => Results.Redirect("/hangfire"));
        app.UseHangfireDashboard("/hangfire", new DashboardOptions
        {
            Authorization = [new LocalRequestsOnlyAuthorizationFilter()],
            DashboardTitle = "Fleet",
            DisplayStorageConnectionString = false,
        });
        return app;
    }

    private static void Add(IServiceCollection services, FleetSettings settings, WorkerOptions? workers)
    {
        services.AddFleet(settings);
        if (workers is not null)
            services.AddWorkers(workers);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
    }
}
