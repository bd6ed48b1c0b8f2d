using BackupPortal.Data;
using Microsoft.EntityFrameworkCore;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;

namespace BackupPortal.Destinations;

/// <summary>Writes down whether a destination is authorized, and why not.</summary>
public sealed class SignInStates(IDbContextFactory<PortalDb> databases, DestinationClients clients)
{
    public async Task AuthorizeAsync(Destination destination, UserAccount? account, string key, CancellationToken cancellationToken)
    {
        var name = account?.UserName ?? account?.DisplayName ?? await FindOwnerAsync(destination, key, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var stored = await db.Destinations.SingleAsync(one => one.Id == destination.Id, cancellationToken);
        (stored.IsAuthorized, stored.AccountName, stored.Problem, stored.Advice) = (true, name, null, null);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Keeps a failure; one that needs a sign-in turns the destination amber.</summary>
    public async Task<FailureAdvice> FailAsync(int destinationId, Exception failure)
    {
        var advice = FailureAdvice.For(failure);
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Destinations.FindAsync(destinationId) is { } stored)
        {
            if (advice.NeedsSignIn)
                stored.IsAuthorized = false;
            (stored.Problem, stored.Advice) = (advice.Message, advice.Advice);
            await db.SaveChangesAsync();
        }

        return advice;
    }

    private async Task<string?> FindOwnerAsync(Destination destination, string key, CancellationToken cancellationToken)
    {
        try
        {
            using var client = await clients.CreateAsync(destination, key, cancellationToken: cancellationToken);
            if (destination.Kind == DestinationKind.BusinessV1)
                return (await client.Drives.GetAsync(DriveAddress.Me, cancellationToken: cancellationToken)).Owner?.User?.DisplayName;
            var user = await client.Drives.GetUserAsync(DriveAddress.Me, cancellationToken: cancellationToken);
            return user.UserPrincipalName ?? user.DisplayName;
        }
        catch (OneDriveException)
        {
            return null;
        }
    }
}
