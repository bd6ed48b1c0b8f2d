using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace BackupPortal.Security;

/// <summary>Ends the session of the browser.</summary>
internal static class SignOut
{
    internal static async Task<IResult> RunAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest("The page is too old. Load it again.");
        await context.SignOutAsync();
        return Results.Redirect("/sign-in");
    }
}
