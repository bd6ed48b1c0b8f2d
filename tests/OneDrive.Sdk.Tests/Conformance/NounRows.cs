using System.Text;
using OneDrive.Sdk.SharePoint;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Searches, records, bundles, versions and pictures.</summary>
internal static class NounRows
{
    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "{item}/search(q='{text}')", (client, r) =>
            First.OfAsync(client.Items.SearchAsync(r.Item, Text(r), Search(r)), r)),
        new("GET", "{drive}/search(q='{text}')", (client, r) =>
            First.OfAsync(client.Items.SearchDriveAsync(r.Drive, Text(r), Search(r)), r)),
#pragma warning disable CS0618 // Retired by the service, and documented all the same.
        new("GET", "{drive}/recent", (client, r) => First.OfAsync(client.Items.ListRecentAsync(r.Drive, List(r)), r)),
        new("GET", "{drive}/following", (client, r) => First.OfAsync(client.Items.ListFollowedAsync(r.Drive, List(r)))),
        new("GET", "{drive}/sharedWithMe", (client, r) => First.OfAsync(client.Items.ListSharedWithMeAsync(r.Drive, new()
        {
            Select = r.Select,
            PageSize = r.PageSize,
            AllowExternal = r.Request.Parameter("allowexternal") is "true",
        }))),
#pragma warning restore CS0618
        new("GET", "{drive}/shared", (client, r) => First.OfAsync(client.Items.ListSharedByMeAsync(r.Drive, List(r)))),
        new("GET", "{drive}/activities", (client, r) => First.OfAsync(client.SharePoint().Activity.ListDriveActivitiesAsync(r.Drive, Activities(r)), r)),
        new("GET", "{drive}/bundles", (client, r) => First.OfAsync(client.Items.ListBundlesAsync(r.Drive, List(r)))),
        new("GET", "{drive}/bundles/{id}", (client, r) =>
            client.Items.GetBundleAsync(r.Drive.Item(r.Parts["id"]), new() { Select = r.Select, Expand = r.Expand })),
        new("POST", "{drive}/bundles", (client, r) => client.Items.CreateBundleAsync(
            r.Drive,
            r.Text("name") ?? "n",
            r.Request.BodyPart("children") is { } children
                ? [.. children.EnumerateArray().Select(child => child.GetProperty("id").GetString()!)]
                : ["1"],
            new()
            {
                Conflict = r.Conflict ?? ConflictBehavior.Fail,
                IsAlbum = r.Request.BodyPart("bundle")?.TryGetProperty("album", out _) is true,
            })),
        new("POST", "{drive}/bundles/{id}/children", (client, r) =>
            client.Items.AddToBundleAsync(r.Drive.Item(r.Parts["id"]), r.Text("id") ?? "1")),
        new("DELETE", "{drive}/bundles/{id}/children/{child}", (client, r) =>
            client.Items.RemoveFromBundleAsync(r.Drive.Item(r.Parts["id"]), r.Parts["child"])),
        new("POST", "{item}/follow", (client, r) => client.Items.FollowAsync(r.Item)),
        new("POST", "{item}/unfollow", (client, r) => client.Items.UnfollowAsync(r.Item)),
        new("DELETE", "{drive}/following/{id}", (client, r) => client.Items.UnfollowAsync(r.Drive.Item(r.Parts["id"]))),
        new("POST", "{item}/checkout", (client, r) => client.Items.CheckOutAsync(r.Item)),
        new("POST", "{item}/checkin", (client, r) => client.Items.CheckInAsync(r.Item, new()
        {
            Comment = r.Text("comment"),
            CheckInAs = Enum.TryParse<CheckInKind>(r.Text("checkInAs"), ignoreCase: true, out var kind) ? kind : null,
        })),
        new("POST", "{item}/discardCheckout", (client, r) => client.Items.DiscardCheckOutAsync(r.Item)),
        new("POST", "{item}/restore", (client, r) => client.Items.RestoreAsync(r.Item, new()
        {
            NewName = r.Text("name"),
            NewParentId = r.Request.BodyPart("parentReference")?.GetProperty("id").GetString(),
        })),
        new("GET", "{item}/retentionLabel", (client, r) => client.SharePoint().Labels.GetRetentionLabelAsync(r.Item)),
        new("PATCH", "{item}/retentionLabel", (client, r) => r.Request.BodyPart("retentionSettings") is { } settings
            ? client.SharePoint().Labels.SetRecordLockAsync(r.Item, settings.GetProperty("isRecordLocked").GetBoolean())
            : client.SharePoint().Labels.SetRetentionLabelAsync(r.Item, r.Text("name") ?? "n")),
        new("DELETE", "{item}/retentionLabel", (client, r) => client.SharePoint().Labels.RemoveRetentionLabelAsync(r.Item)),
        new("POST", "{item}/assignSensitivityLabel", (client, r) => client.SharePoint().Labels.AssignSensitivityLabelAsync(
            r.Item,
            r.Text("sensitivityLabelId") ?? "",
            new()
            {
                AssignmentMethod = r.Text("assignmentMethod") is { } method ? new(method) : null,
                JustificationText = r.Text("justificationText"),
            })),
        new("POST", "{item}/extractSensitivityLabels", (client, r) => client.SharePoint().Labels.ExtractSensitivityLabelsAsync(r.Item)),
        new("GET", "{item}/activities", (client, r) => First.OfAsync(
            client.SharePoint().Activity.ListActivitiesAsync(r.Item, Activities(r)), r)),
        new("GET", "{item}/thumbnails", (client, r) => First.OfAsync(client.Content.ListThumbnailsAsync(r.Item, new()
        {
            Sizes = [.. r.Select.Select(size => new ThumbnailSize(size))],
            OriginalOrientation = r.Request.Parameter("originalOrientation") is "true",
        }))),
        new("GET", "{item}/thumbnails/{id}/{size}", (client, r) =>
            client.Content.GetThumbnailAsync(r.Item, new(r.Parts["size"]), new() { ThumbnailId = r.Parts["id"] })),
        new("GET", "{item}/thumbnails/{id}/{size}/content", (client, r) => client.Content.DownloadThumbnailAsync(
            r.Item, new(r.Parts["size"]), Stream.Null, new() { ThumbnailId = r.Parts["id"] })),
        new("PUT", "{item}/thumbnails/0/source/content", (client, r) => client.Content.SetThumbnailAsync(
            r.Item,
            Encoding.UTF8.GetBytes(r.Request.Text ?? "image"),
            r.Request.Headers.GetValueOrDefault("Content-Type") ?? "image/jpeg")),
        new("POST", "{item}/preview", (client, r) => client.Content.GetPreviewAsync(r.Item, new()
        {
            Page = r.Request.BodyPart("page")?.ToString(),
            Zoom = r.Request.BodyPart("zoom")?.GetDouble(),
            Viewer = r.Text("viewer"),
            Chromeless = r.Request.BodyFlag("chromeless"),
            AllowEdit = r.Request.BodyFlag("allowEdit"),
        })),
        new("GET", "{item}/versions", (client, r) => First.OfAsync(
            client.Versions.ListAsync(r.Item, new() { Select = r.Select, PageSize = r.PageSize }), r)),
        new("GET", "{item}/versions/{id}", (client, r) => client.Versions.GetAsync(r.Item, r.Parts["id"], new() { Select = r.Select })),
        new("GET", "{item}/versions/{id}/content", (client, r) => client.Versions.DownloadAsync(r.Item, r.Parts["id"], Stream.Null)),
        new("POST", "{item}/versions/{id}/restoreVersion", (client, r) => client.Versions.RestoreAsync(r.Item, r.Parts["id"])),
        new("DELETE", "{item}/versions/{id}", (client, r) => client.Versions.DeleteAsync(r.Item, r.Parts["id"])),
    ];

    /// <summary>What is searched for; a quote in it is doubled.</summary>
    private static string Text(Documented r) => r.Parts["text"].Replace("''", "'", StringComparison.Ordinal);

    private static SearchOptions Search(Documented r) => new()
    {
        Select = r.Select,
        Expand = r.Expand,
        PageSize = r.PageSize,
        OrderBy = r.Request.Parameter("orderby"),
        Filter = r.Request.Parameter("filter"),
    };

    private static ListItemsOptions List(Documented r) => new()
    {
        Select = r.Select,
        Expand = r.Expand,
        PageSize = r.PageSize,
        OrderBy = r.Request.Parameter("orderby"),
        Filter = r.Request.Parameter("filter"),
    };

    private static ListActivitiesOptions Activities(Documented r) => new()
    {
        Select = r.Select,
        Expand = r.Expand,
        PageSize = r.PageSize,
    };
}
