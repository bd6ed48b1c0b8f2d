using System.Text.Encodings.Web;
using BackupPortal.Data;
using BackupPortal.Security;
using Microsoft.AspNetCore.Antiforgery;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace BackupPortal.Destinations;

/// <summary>Sends browsers to the sign-in page, and receives them again.</summary>
public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/destinations/{id:int}/authorize", BeginFromFormAsync).DisableAntiforgery();
        routes.MapGet("/scan/sign-in", BeginScanAsync);
        routes.MapGet(CallbackPaths.OneDrive, CompleteAsync);
        routes.MapGet(CallbackPaths.OpenId, CompleteAsync);
    }

    /// <summary>Begins a sign-in and returns the page that leads to the sign-in service.</summary>
    private static async Task<IResult> BeginFromFormAsync(
        int id, HttpContext context, IAntiforgery antiforgery, PortalDb db, DestinationClients clients, SignInTicket tickets,
            SignInStates states)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest("The page is too old. Load it again.");
        if (await db.Destinations.FindAsync(id) is not { } destination)
            return Results.NotFound();
        var key = DestinationConnection.KeyOf(destination);
        return await BeginAsync(destination, key, context, clients, tickets, states, $"/destinations/{id}");
    }

    private static async Task<IResult> BeginScanAsync(
        HttpContext context, PortalDb db, DestinationClients clients, SignInTicket tickets, SignInStates states)
    {
        if (db.Destinations.FirstOrDefault(one => one.Kind == DestinationKind.OpenId) is not { } destination)
            return Results.Redirect("/scan");
        return await BeginAsync(destination, ScanKey(destination, context), context, clients, tickets, states, "/scan");
    }

    /// <summary>The key of a person who scans: one for each browser session.</summary>
    public static string ScanKey(Destination destination, HttpContext context) =>
        $"scan-{destination.Id}-{LocalSignIn.SessionOf(context.User)}";

    private static async Task<IResult> BeginAsync(
        Destination destination,
        string key,
        HttpContext context,
        DestinationClients clients,
        SignInTicket tickets,
        SignInStates states,
        string back)
    {
        try
        {
            // select_account: a re-authorization may be meant for another account.
            var start = await clients.Connect(destination).BeginAsync(
                key, new BeginAuthorizationOptions { Prompt = "select_account" }, context.RequestAborted);
            tickets.Write(context, start.State, new SignInTicket.Content(destination.Id, key));
            return LeadTo(start.Address);
        }
        catch (Exception failure) when (failure is OneDriveException or ArgumentException)
        {
            await states.FailAsync(destination.Id, failure);
            return Results.Redirect($"{back}?notice=sign-in-failed");
        }
    }

    private static async Task<IResult> CompleteAsync(
        HttpContext context, PortalDb db, DestinationClients clients, SignInTicket tickets, SignInStates states)
    {
        if (!context.Request.QueryString.HasValue)
            return FragmentPage();
        var query = context.Request.Query;
        if (tickets.Take(context, query["state"].ToString()) is not { } ticket
            || await db.Destinations.FindAsync(ticket.DestinationId) is not { } destination)
        {
            return Results.Redirect("/destinations?notice=sign-in-unknown");
        }

        var scans = destination.Kind == DestinationKind.OpenId;
        var back = scans ? "/scan" : $"/destinations/{destination.Id}";
        try
        {
            var callback = AuthorizationCallback.Parse(context.Request.QueryString.Value!);
            var signIn = await clients.Connect(destination).CompleteAsync(ticket.Key, callback, context.RequestAborted);
            await states.AuthorizeAsync(destination, signIn.Account, ticket.Key, context.RequestAborted);
            return Results.Redirect($"{back}?notice=authorized");
        }
        catch (OneDriveException failure)
        {
            await states.FailAsync(destination.Id, failure);
            return Results.Redirect($"{back}?notice=sign-in-failed");
        }
    }

    // A page rather than a redirect: browsers apply form-action to redirects that follow a form.
    private static IResult LeadTo(Uri address)
    {
        var link = HtmlEncoder.Default.Encode(address.AbsoluteUri);
        return Page($"<meta http-equiv=\"refresh\" content=\"0;url={link}\"><p><a href=\"{link}\">Continue to the sign-in page</a></p>");
    }

    // Some errors of the first version come behind the #, which browsers do not send.
    private static IResult FragmentPage() =>
        Page("<script src=\"/assets/fragment.js\"></script><p>The sign-in page sent nothing back. <a "
            + "href=\"/destinations\">Go back</a></p>");

    private static IResult Page(string body) => Results.Content(
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><link rel=\"icon\" "
            + $"href=\"/assets/icon.svg\"><title>Sign-in</title></head><body>{body}</body></html>",
        "text/html; charset=utf-8");
}
