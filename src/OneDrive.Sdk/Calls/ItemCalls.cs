using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>Files and folders without their bytes: <see href="https://learn.microsoft.com/graph/api/resources/driveitem"/>.</summary>
internal static class ItemCalls
{
    internal static GraphCall<DriveItem> Get(ItemAddress item, GetItemOptions? options = null) => new()
    {
        Operation = "Items.Get",
        Method = HttpMethod.Get,
        Path = item.ToRequestPath(),
        Query = ItemQuery(options),
        Headers = RedemptionHeaders.Of(options?.Redemption ?? SharingLinkRedemption.None),
        Answer = DriveItem.Read,
        Complete = found => DriveItem.SetListedDrive([found], item.Drive),
        IsIdempotent = true,
    };

    /// <summary>Asks for the headers only.</summary>
    internal static GraphCall<NoContent> Exists(ItemAddress item) => new()
    {
        Operation = "Items.Exists",
        Method = HttpMethod.Head,
        Path = item.ToRequestPath(),
        IsIdempotent = true,
    };

    internal static GraphCall<DriveItem?> GetIfChanged(ItemAddress item, string tag, GetItemOptions? options = null) => new()
    {
        Operation = "Items.GetIfChanged",
        Method = HttpMethod.Get,
        Path = item.ToRequestPath(),
        Query = ItemQuery(options),
        Headers = [.. ConditionalHeaders.IfNoneMatch(tag), .. RedemptionHeaders.Of(options?.Redemption ?? SharingLinkRedemption.None)],
        Answer = DriveItem.Read,
        MayBeUnchanged = true,
        IsIdempotent = true,
    };

    internal static GraphCall<CollectionPage<DriveItem>> ListChildren(ItemAddress folder, ListChildrenOptions? options = null) => new()
    {
        Operation = "Items.ListChildren",
        Method = HttpMethod.Get,
        Path = folder.ToRequestPath("children"),
        Query = QueryParameters.Create(options?.Select, options?.Expand, options?.PageSize, options?.OrderBy, options?.Filter),
        Answer = Pages.Of(DriveItem.Read),
        Complete = page => DriveItem.SetListedDrive(page.Value, folder.Drive),
        IsIdempotent = true,
    };

    internal static GraphCall<CollectionPage<DriveItem>?> ListChildrenIfChanged(
        ItemAddress folder, string tag, ListChildrenOptions? options = null) => new()
        {
            Operation = "Items.ListChildrenIfChanged",
            Method = HttpMethod.Get,
            Path = folder.ToRequestPath("children"),
            Query = QueryParameters.Create(options?.Select, options?.Expand, options?.PageSize, options?.OrderBy, options?.Filter),
            Headers = ConditionalHeaders.IfNoneMatch(tag),
            Answer = Pages.Of(DriveItem.Read),
            Complete = page => DriveItem.SetListedDrive(page?.Value ?? [], folder.Drive),
            MayBeUnchanged = true,
            IsIdempotent = true,
        };

    internal static GraphCall<DriveItem> CreateFolder(ItemAddress parent, string name, CreateFolderOptions? options = null)
    {
        PathRules.RequireSegment(name);
        return new()
        {
            Operation = "Items.CreateFolder",
            Method = HttpMethod.Post,
            Path = parent.ToRequestPath("children"),
            Body = new JsonCallBody(
                new CreateFolderRequest { Name = name, ConflictBehavior = options?.Conflict ?? ConflictBehavior.Fail }),
            Answer = DriveItem.Read,
            Result = options?.Conflict is ConflictBehavior.Rename ? null : Get(parent.Child(name)),
            Complete = created => DriveItem.SetListedDrive([created], parent.Drive),
            IsIdempotent = false,
        };
    }

    internal static GraphCall<DriveItem> Update(ItemAddress item, ItemChanges changes, UpdateItemOptions? options = null)
    {
        if (changes is { Name: null, Description: null, Times: null or { Created: null, LastModified: null, LastAccessed: null } })
        {
            throw new ArgumentException("There is no change to apply. Set Name, Description or Times.", nameof(changes));
        }

        if (changes.Name is not null)
        {
            PathRules.RequireSegment(changes.Name, nameof(changes));
        }

        var body = new UpdateItemRequest
        {
            Name = changes.Name,
            Description = changes.Description,
            FileSystemInfo = FileSystemInfoRequest.From(changes.Times),
        };
        return Patch("Items.Update", item, body, options?.IfMatch, Renamed(item, changes.Name));
    }

    /// <param name="item">The item.</param>
    /// <param name="parentId">The real id of the new parent; the service does not take the word root here.</param>
    /// <param name="options">A new name, and under which condition.</param>
    internal static GraphCall<DriveItem> Move(ItemAddress item, string parentId, MoveItemOptions? options = null)
    {
        if (options?.NewName is { } name)
        {
            PathRules.RequireSegment(name, nameof(options));
        }

        var body = new UpdateItemRequest { Name = options?.NewName, ParentReference = new ParentReferenceRequest { Id = parentId } };
        return Patch("Items.Move", item, body, options?.IfMatch, item.Name is null ? item : null);
    }

    internal static GraphCall<NoContent> Delete(ItemAddress item, DeleteItemOptions? options = null) =>
        options?.Permanently is true
            ? new()
            {
                Operation = "Items.DeletePermanently",
                Method = HttpMethod.Post,
                Path = item.ToRequestPath("permanentDelete"),
                Headers = ConditionalHeaders.IfMatch(options.IfMatch),
                Body = EmptyCallBody.Instance,
                IsIdempotent = true,
                IsDoneWhenAbsentAfterDoubt = true,
            }
            : new()
            {
                Operation = "Items.Delete",
                Method = HttpMethod.Delete,
                Path = item.ToRequestPath(),
                Headers = ConditionalHeaders.IfMatch(options?.IfMatch),
                IsIdempotent = true,
                IsDoneWhenAbsentAfterDoubt = true,
            };

    private static IReadOnlyList<KeyValuePair<string, string>> ItemQuery(GetItemOptions? options)
    {
        var query = QueryParameters.Create(options?.Select, options?.Expand);
        return options?.IncludeDeletedItems is true ? [.. query, new("includeDeletedItems", "true")] : query;
    }

    /// <summary>
    /// A change may be repeated: it names the end state. With a condition it may not, since it would meet its own new eTag.
    /// </summary>
    private static GraphCall<DriveItem> Patch(
        string operation, ItemAddress item, UpdateItemRequest body, string? ifMatch, ItemAddress? changed) => new()
        {
            Operation = operation,
            Method = HttpMethod.Patch,
            Path = item.ToRequestPath(),
            Headers = ConditionalHeaders.IfMatch(ifMatch),
            Body = new JsonCallBody(body),
            Answer = DriveItem.Read,
            Result = changed is null ? null : Get(changed),
            IsIdempotent = ifMatch is null,
        };

    /// <summary>Where an item is after it got another name: a path ends with the new one, an id stays.</summary>
    private static ItemAddress? Renamed(ItemAddress item, string? newName) =>
        item.Name is null || newName is null ? item : item.Parent?.Child(newName);
}
