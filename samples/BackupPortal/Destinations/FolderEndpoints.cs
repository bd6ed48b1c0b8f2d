using System.Security.Cryptography;
using BackupPortal.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using OneDrive.Sdk;

namespace BackupPortal.Destinations;

/// <summary>The folders of a destination, page by page, for the folder browser.</summary>
public static class FolderEndpoints
{
    public static void MapFolders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/destinations/{id:int}/folders", ListAsync);
        routes.MapPost("/api/destinations/{id:int}/folders", CreateAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ListAsync(
        int id,
        string? path,
        string? continuation,
        PortalDb db,
        DestinationClients clients,
        SignInStates states,
        IDataProtectionProvider protection,
        CancellationToken cancellationToken)
    {
        if (await db.Destinations.FindAsync([id], cancellationToken) is not { } destination)
            return Results.NotFound();

        // The token is an address of the service: the browser only carries it.
        var protector = protection.CreateProtector($"folders of {id}");
        try
        {
            var token = continuation is null ? null : protector.Unprotect(continuation);
            using var client = await clients.CreateAsync(destination, cancellationToken: cancellationToken);
            var options = new ListChildrenOptions { Select = ["id", "name", "folder"], PageSize = 200 };
            await foreach (var page in client.Items.ListChildrenAsync(AddressOf(path), options).AsPagesAsync(token, cancellationToken))
            {
                return Results.Json(new
                {
                    folders = page.Items.Where(item => item.Folder is not null).Select(item => item.Name),
                    continuation = page.ContinuationToken is { } next ? protector.Protect(next) : null,
                });
            }

            return Results.Json(new { folders = Array.Empty<string>(), continuation = (string?)null });
        }
        catch (Exception failure) when (failure is OneDriveException or ArgumentException or CryptographicException)
        {
            return await FailAsync(id, failure, states);
        }
    }

    private static async Task<IResult> CreateAsync(
        int id,
        NewFolder folder,
        HttpContext context,
        IAntiforgery antiforgery,
        PortalDb db,
        DestinationClients clients,
        SignInStates states,
        CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest("The page is too old. Load it again.");
        if (await db.Destinations.FindAsync([id], cancellationToken) is not { } destination)
            return Results.NotFound();
        try
        {
            using var client = await clients.CreateAsync(destination, cancellationToken: cancellationToken);
            var created = await client.Items.CreateFolderAsync(
                AddressOf(folder.Path), folder.Name, cancellationToken: cancellationToken);
            return Results.Json(new { name = created.Name });
        }
        catch (Exception failure) when (failure is OneDriveException or ArgumentException)
        {
            return await FailAsync(id, failure, states);
        }
    }

    private static ItemAddress AddressOf(string? path) =>
        (path ?? "").Trim('/') is { Length: > 0 } text ? DriveAddress.Default.Path(text) : DriveAddress.Default.Root;

    private static async Task<IResult> FailAsync(int id, Exception failure, SignInStates states)
    {
        var advice = failure is OneDriveAuthenticationException ? await states.FailAsync(id, failure) : FailureAdvice.For(failure);
        return Results.Json(new { message = advice.Message, advice = advice.Advice }, statusCode: StatusCodes.Status502BadGateway);
    }

    /// <param name="Path">The folder in which it is made.</param>
    /// <param name="Name">Its name.</param>
    public sealed record NewFolder(string? Path, string Name);
}
