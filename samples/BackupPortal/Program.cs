using BackupPortal;
using BackupPortal.Data;
using BackupPortal.Destinations;
using BackupPortal.Jobs;
using BackupPortal.Pages;
using BackupPortal.Security;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
var section = builder.Configuration.GetSection("Portal");
var settings = section.Get<PortalSettings>() ?? new PortalSettings();
Directory.CreateDirectory(settings.DataFolder);

var services = builder.Services;
services.Configure<PortalSettings>(section);
services.AddSingleton(TimeProvider.System);
services.AddSingleton(PortalKey.Load(builder.Configuration["ENCRYPTION_KEY"], settings.DataFolder));
services.AddDbContextFactory<PortalDb>(options => _ = settings.PostgreSql is { } postgreSql
    ? options.UseNpgsql(postgreSql)
    : options.UseSqlite($"Data Source={Path.Combine(settings.DataFolder, "portal.db")}"));

services.AddSingleton<ServiceConnection>().AddHostedService(provider => provider.GetRequiredService<ServiceConnection>());
services.AddPortalStores();
services.AddSingleton<PublicAddress>().AddSingleton<CertificateFiles>();
services.AddSingleton<DestinationClients>().AddSingleton<SignInStates>().AddSingleton<SignInTicket>();
services.AddPortalJobs(settings.PostgreSql);

services.AddPortalSecurity(settings.DataFolder);
services.AddScoped<LocalSignIn>();
services.AddHttpContextAccessor();
services.AddCascadingAuthenticationState();
services.AddRazorComponents();

var app = builder.Build();
using (var db = app.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext())
    db.Database.EnsureCreated();

app.UseForwardedHeaders(
    new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseSecurityHeaders();
app.UseStaticFiles();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.Use(async (context, next) =>
{
    if (context.RequestServices.GetRequiredService<PublicAddress>() is var address && address.Saw(context.Request))
        context.RequestServices.GetRequiredService<ServiceConnection>().Register(address.Base);
    await next();
});

app.MapGet("/favicon.ico", () => Results.Redirect("/assets/icon.svg", permanent: true)).AllowAnonymous();
app.MapSignIn();
app.MapFolders();
app.MapRuns();
app.MapPost("/sign-out", SignOut.RunAsync).DisableAntiforgery();
app.MapRazorComponents<App>();
app.Run();
