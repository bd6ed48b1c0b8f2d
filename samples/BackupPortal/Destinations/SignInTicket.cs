using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace BackupPortal.Destinations;

/// <summary>
/// Which destination a sign-in belongs to, kept in a cookie of the browser under a name made from the state, so that it survives a
/// restart of the portal and belongs to this browser only.
/// </summary>
public sealed class SignInTicket(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("sign-in ticket").ToTimeLimitedDataProtector();

    public void Write(HttpContext context, string state, Content content) => context.Response.Cookies.Append(
        NameOf(state),
        _protector.Protect(JsonSerializer.Serialize(content), time.GetUtcNow() + Lifetime),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Lifetime,
            Path = "/" });

    /// <summary>Reads the ticket once; null when this browser did not begin the sign-in, or too long ago.</summary>
    public Content? Take(HttpContext context, string state)
    {
        var name = NameOf(state);
        if (context.Request.Cookies[name] is not { } text)
            return null;
        context.Response.Cookies.Delete(name);
        try
        {
            return JsonSerializer.Deserialize<Content>(_protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string NameOf(string state) =>
        "sign-in-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..16];

    /// <param name="DestinationId">The destination that signs in.</param>
    /// <param name="Key">The key with which the sign-in began.</param>
    public sealed record Content(int DestinationId, string Key);
}
