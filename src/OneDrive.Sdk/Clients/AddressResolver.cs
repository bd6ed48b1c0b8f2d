using System.Collections.Concurrent;
using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Clients;

/// <summary>Turns addresses that need knowledge (the default drive, a group's e-mail) into ones that requests can use.</summary>
internal sealed class AddressResolver(GraphTransport transport, DriveAddress? defaultDrive, IAccessTokenProvider tokens)
{
    private readonly ConcurrentDictionary<string, string> _groupIds = new(StringComparer.OrdinalIgnoreCase);

    internal async ValueTask<ItemAddress> ResolveAsync(ItemAddress item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Drive is { } drive
            ? item.WithDrive(await ResolveAsync(drive, cancellationToken).ConfigureAwait(false))
            : item;
    }

    internal async ValueTask<DriveAddress> ResolveAsync(DriveAddress drive, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drive);
        if (drive.Kind is DriveAddressKind.Default)
        {
            drive = defaultDrive ?? throw new InvalidOperationException(
                "DriveAddress.Default was used, but OneDriveOptions.DefaultDrive is not set (GroupOrUserId or DriveId in configuration).");
        }

        if (drive.Kind is DriveAddressKind.Me && tokens.IsApplicationOnly)
        {
            throw new InvalidOperationException(
                "DriveAddress.Me requires a signed-in user, but this client signs in as an application. Use "
                + "DriveAddress.User(\"name@domain\"), Group, Site or ById.");
        }

        return drive.UnresolvedGroupEmail is { } email
            ? drive.WithGroupId(await FindGroupIdAsync(email, cancellationToken).ConfigureAwait(false))
            : drive;
    }

    private async ValueTask<string> FindGroupIdAsync(string email, CancellationToken cancellationToken)
    {
        if (_groupIds.TryGetValue(email, out var known))
        {
            return known;
        }

        var page = await transport.SendAsync(DriveCalls.FindGroupByEmail(email), cancellationToken).ConfigureAwait(false);
        var id = (page.Value.Count > 0 ? page.Value[0].Id : null)
            ?? throw ErrorReader.NotFound($"There is no group with the e-mail address '{email}'.");
        return _groupIds.GetOrAdd(email, id);
    }
}
