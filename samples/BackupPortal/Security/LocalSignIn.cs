using System.Security.Claims;
using System.Security.Cryptography;
using BackupPortal.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BackupPortal.Security;

/// <summary>The password of the portal: set at the first start, asked for afterwards.</summary>
public sealed class LocalSignIn(PortalDb db, IHttpContextAccessor context)
{
    public const int ShortestPassword = 10;

    /// <summary>The claim that names a browser session.</summary>
    public const string SessionClaim = "session";

    private static readonly PasswordHasher<Administrator> Hasher = new();

    public Task<bool> IsSetUpAsync() => db.Administrators.AnyAsync();

    /// <summary>Sets the first password. Only one of several browsers can.</summary>
    public async Task<bool> SetUpAsync(string password)
    {
        if (await IsSetUpAsync())
            return false;
        var administrator = new Administrator { Id = 1 };
        administrator.PasswordHash = Hasher.HashPassword(administrator, password);
        db.Administrators.Add(administrator);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            return false;
        }

        await SignInAsync();
        return true;
    }

    public async Task<bool> TrySignInAsync(string password)
    {
        if (await db.Administrators.SingleOrDefaultAsync() is not { } administrator
            || Hasher.VerifyHashedPassword(administrator, administrator.PasswordHash, password) == PasswordVerificationResult.Failed)
        {
            return false;
        }

        await SignInAsync();
        return true;
    }

    /// <summary>The session of the browser that asks.</summary>
    public static string SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim) ?? "none";

    private Task SignInAsync()
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, "Administrator"),
                new Claim(SessionClaim, Convert.ToHexString(RandomNumberGenerator.GetBytes(16))),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        return context.HttpContext!.SignInAsync(new ClaimsPrincipal(identity));
    }
}
