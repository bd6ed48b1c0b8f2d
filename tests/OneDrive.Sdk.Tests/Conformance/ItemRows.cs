using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Files and folders without their bytes.</summary>
internal static class ItemRows
{
    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "{item}", (client, r) => client.Items.GetAsync(r.Item, Options(r))),
        new("GET", "{item}", (client, r) => client.Items.GetIfChangedAsync(r.Item, r.IfNoneMatch!, Options(r)))
        {
            When = request => request.Headers.ContainsKey("If-None-Match"),
        },
        new("HEAD", "{item}", (client, r) => client.Items.ExistsAsync(r.Item)),
        new("GET", "{item}/children", (client, r) => r.IfNoneMatch is { } tag
            ? client.Items.ListChildrenIfChangedAsync(r.Item, tag, Children(r))
            : First.OfAsync(client.Items.ListChildrenAsync(r.Item, Children(r)), r)),
        new("POST", "{item}/children", (client, r) => client.Items.AddSharedFolderAsync(
            r.Drive, r.Text("name") ?? "Shared", RemoteFolder(r.Request.BodyPart("remoteItem")!.Value)))
        {
            When = request => request.BodyPart("remoteItem") is not null,
        },
        new("POST", "{item}/children", (client, r) => client.Items.CreateFolderAsync(
            r.Item, r.Text("name") ?? "New folder", new() { Conflict = r.Conflict ?? ConflictBehavior.Fail }))
        {
            When = request => request.IsTemplate || request.BodyPart("folder") is not null,
            Defaults = ["@microsoft.graph.conflictBehavior"],
        },
        new("PATCH", "{item}", (client, r) =>
            client.Items.MoveAsync(r.Item, r.NewParent, new() { NewName = r.Text("name"), IfMatch = r.IfMatch }))
        {
            When = request => request.BodyPart("parentReference") is not null,
        },
        new("PATCH", "{item}", (client, r) => client.Items.UpdateAsync(
            r.Item,
            new()
            {
                Name = r.Text("name") ?? (r.Request.IsTemplate ? "n" : null),
                Description = r.Text("description"),
                Times = Times(r.Request.BodyPart("fileSystemInfo")),
            },
            new() { IfMatch = r.IfMatch }))
        {
            When = request => request.BodyPart("parentReference") is null,
        },
        new("DELETE", "{item}", (client, r) => client.Items.DeleteAsync(r.Item, new() { IfMatch = r.IfMatch })),
        new("POST", "{item}/permanentDelete", (client, r) => client.Items.DeleteAsync(r.Item, new() { Permanently = true })),
        new("POST", "{item}/copy", (client, r) => client.Items.StartCopyAsync(r.Item, r.NewParent, new()
        {
            NewName = r.Text("name"),
            Conflict = r.Conflict,
            ChildrenOnly = r.Request.BodyFlag("childrenOnly") ?? false,
            IncludeAllVersionHistory = r.Request.BodyFlag("includeAllVersionHistory") ?? false,
        })),
    ];

    internal static FileSystemTimes? Times(JsonElement? json) => json is not { } info ? null : new()
    {
        Created = Date(info, "createdDateTime"),
        LastModified = Date(info, "lastModifiedDateTime"),
        LastAccessed = Date(info, "lastAccessedDateTime"),
    };

    private static DateTimeOffset? Date(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.TryGetDateTimeOffset(out var date) ? date : null;

    private static GetItemOptions Options(Documented r) => new()
    {
        Select = r.Select,
        Expand = r.Expand,
        Redemption = r.Redemption,
        IncludeDeletedItems = r.Request.Parameter("includeDeletedItems") is "true",
    };

    private static ListChildrenOptions Children(Documented r) => new()
    {
        Select = r.Select,
        Expand = r.Expand,
        PageSize = r.PageSize,
        OrderBy = r.Request.Parameter("orderby"),
        Filter = r.Request.Parameter("filter"),
    };

    private static ItemAddress RemoteFolder(JsonElement json) => DriveAddress
        .ById(json.GetProperty("parentReference").GetProperty("driveId").GetString()!)
        .Item(json.GetProperty("id").GetString()!);
}
