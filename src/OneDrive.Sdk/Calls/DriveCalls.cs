using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>Drives and their possible owners: <see href="https://learn.microsoft.com/graph/api/drive-get"/>.</summary>
internal static class DriveCalls
{
    private static readonly string[] UserProperties = ["id", "displayName", "userPrincipalName", "mail"];
    private static readonly string[] GroupProperties = ["id", "displayName", "mail", "groupTypes"];

    internal static GraphCall<Drive> Get(DriveAddress drive, GetDriveOptions? options) => new()
    {
        Operation = "Drives.Get",
        Method = HttpMethod.Get,
        Path = drive.ToRequestPath(),
        Query = QueryParameters.Create(select: options?.Select),
        Answer = Drive.Read,
        IsIdempotent = true,
    };

    internal static GraphCall<Drive> Update(DriveAddress drive, DriveChanges changes, UpdateDriveOptions? options = null)
    {
        if (changes is { Name: null, Description: null })
        {
            throw new ArgumentException("There is no change to apply. Set Name or Description.", nameof(changes));
        }

        var body = new UpdateDriveRequest { Name = changes.Name, Description = changes.Description };
        return new()
        {
            Operation = "Drives.Update",
            Method = HttpMethod.Patch,
            Path = drive.ToRequestPath(),
            Headers = ConditionalHeaders.IfMatch(options?.IfMatch),
            Body = new JsonCallBody(body),
            Answer = Drive.Read,
            Result = Get(drive, options: null),
            IsIdempotent = options?.IfMatch is null,
        };
    }

    internal static GraphCall<CollectionPage<Drive>> List(DriveAddress owner, ListDrivesOptions? options) => new()
    {
        Operation = "Drives.List",
        Method = HttpMethod.Get,
        Path = (owner.OwnerPath ?? throw new ArgumentException(
            $"'{owner}' addresses a drive by its id, which does not identify the owner. Use DriveAddress.Me, User, Group or Site.", nameof(
                owner))) + "/drives",
        Query = QueryParameters.Create(options?.Select, options?.Expand, options?.PageSize, options?.OrderBy),
        Answer = Pages.Of(Drive.Read),
        IsIdempotent = true,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/user-get"/>.</summary>
    internal static GraphCall<DirectoryUser> GetUser(DriveAddress owner, GetUserOptions? options = null) => new()
    {
        Operation = "Drives.GetUser",
        Method = HttpMethod.Get,
        Path = owner.Kind is DriveAddressKind.Me or DriveAddressKind.User
            ? owner.OwnerPath!
            : throw new ArgumentException($"'{owner}' does not address a user. Use DriveAddress.Me or DriveAddress.User.", nameof(owner)),
        Query = QueryParameters.Create(select: options?.Select),
        Answer = DirectoryUser.Read,
        IsIdempotent = true,
    };

    internal static GraphCall<CollectionPage<DirectoryUser>> ListUsers(ListDirectoryOptions? options) => new()
    {
        Operation = "Drives.ListUsers",
        Method = HttpMethod.Get,
        Path = "users",
        Query = QueryParameters.Create(select: UserProperties, pageSize: options?.PageSize),
        Answer = Pages.Of(DirectoryUser.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<CollectionPage<DirectoryGroup>> ListGroups(ListDirectoryOptions? options) => new()
    {
        Operation = "Drives.ListGroups",
        Method = HttpMethod.Get,
        Path = "groups",
        Query = QueryParameters.Create(select: GroupProperties, pageSize: options?.PageSize),
        Answer = Pages.Of(DirectoryGroup.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<CollectionPage<DirectoryGroup>> FindGroupByEmail(string email)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return new()
        {
            Operation = "Drives.FindGroupByEmail",
            Method = HttpMethod.Get,
            Path = "groups",
            Query = QueryParameters.Create(
                select: GroupProperties, filter: $"mail eq '{email.Replace("'", "''", StringComparison.Ordinal)}'"),
            Answer = Pages.Of(DirectoryGroup.Read),
            IsIdempotent = true,
        };
    }
}
