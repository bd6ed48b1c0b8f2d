using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace BackupPortal.Security;

/// <summary>Cookies, anti-forgery and the limit of password attempts.</summary>
public static class PortalSecurity
{
    public static IServiceCollection AddPortalSecurity(this IServiceCollection services, string dataFolder)
    {
        services.AddDataProtection()
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(dataFolder, "cookie-keys")))
            .SetApplicationName("BackupPortal");
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "backup-portal";
            options.Cookie.HttpOnly = true;
            // Strict would lose the session when the sign-in page of Microsoft sends the browser back.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/sign-in";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.Events.OnRedirectToLogin = redirect =>
            {
                if (redirect.Request.Path.StartsWithSegments("/api/runs", StringComparison.Ordinal))
                    redirect.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else
                    redirect.Response.Redirect(redirect.RedirectUri);
                return Task.CompletedTask;
            };
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options => options.HeaderName = "X-Request-Verification");
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/sign-in"
                    ? RateLimitPartition.GetFixedWindowLimiter(
                        "sign-in", _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) })
                    : RateLimitPartition.GetNoLimiter(""));
        });
        return services;
    }
}
