using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.SharePoint;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>The lists behind libraries, and their entries.</summary>
internal static class ListRows
{
    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "{list}", (client, r) => client.SharePoint().Lists.GetAsync(r.List, new() { Select = r.Select, Expand = r.Expand })),
        new("GET", "{list}/columns", (client, r) => First.OfAsync(client.SharePoint().Lists.ListColumnsAsync(r.List))),
        new("GET", "{list}/contentTypes", (client, r) => First.OfAsync(client.SharePoint().Lists.ListContentTypesAsync(r.List))),
        new("GET", "{list}/items", (client, r) => First.OfAsync(client.SharePoint().Lists.ListItemsAsync(r.List, new()
        {
            Select = r.Select,
            Expand = r.Expand,
            PageSize = r.PageSize,
            OrderBy = r.Request.Parameter("orderby"),
            Filter = r.Request.Parameter("filter"),
        }))),
        new("POST", "{list}/items", (client, r) => client.SharePoint().Lists.CreateItemAsync(r.List, Json(r.Request.BodyPart("fields")))),
        new("GET", "{listItem}", (client, r) =>
            client.SharePoint().ListItems.GetAsync(r.Entry, new() { Select = r.Select, Expand = r.Expand })),
        new("DELETE", "{listItem}", (client, r) => client.SharePoint().ListItems.DeleteAsync(r.Entry, new() { IfMatch = r.IfMatch })),
        new("GET", "{item}/listItem", (client, r) =>
            client.SharePoint().ListItems.GetAsync(r.Item, new() { Select = r.Select, Expand = r.Expand })),
        .. Both("PATCH", "fields", (client, r) => client.SharePoint().ListItems.UpdateFieldsAsync(
            r.EntryOrItem, Json(r.Request.Body), new() { IfMatch = r.IfMatch })),
        .. Both("GET", "versions", (client, r) => First.OfAsync(client.SharePoint().ListItems.ListVersionsAsync(r.EntryOrItem, Options(r)))),
        .. Both("GET", "versions/{id}", (client, r) =>
            client.SharePoint().ListItems.GetVersionAsync(r.EntryOrItem, r.Parts["id"], Options(r))),
        .. Both("POST", "versions/{id}/restoreVersion", (client, r) =>
            client.SharePoint().ListItems.RestoreVersionAsync(r.EntryOrItem, r.Parts["id"])),
        .. Both("GET", "documentSetVersions", (client, r) => First.OfAsync(client.SharePoint().DocumentSets.ListVersionsAsync(r.EntryOrItem))),
        .. Both("GET", "documentSetVersions/{id}", (client, r) =>
            client.SharePoint().DocumentSets.GetVersionAsync(r.EntryOrItem, r.Parts["id"])),
        .. Both("POST", "documentSetVersions", (client, r) => client.SharePoint().DocumentSets.CaptureAsync(r.EntryOrItem, new()
        {
            Comment = r.Text("comment"),
            IncludeMinorVersions = r.Request.BodyFlag("shouldCaptureMinorVersion") ?? false,
        })),
        .. Both("POST", "documentSetVersions/{id}/restore", (client, r) =>
            client.SharePoint().DocumentSets.RestoreVersionAsync(r.EntryOrItem, r.Parts["id"])),
        .. Both("DELETE", "documentSetVersions/{id}", (client, r) =>
            client.SharePoint().DocumentSets.DeleteVersionAsync(r.EntryOrItem, r.Parts["id"])),
    ];

    /// <summary>An entry is reached over its list and over its file.</summary>
    private static OperationRow[] Both(string method, string tail, Func<IOneDriveClient, Documented, Task> call) =>
        [new(method, $"{{listItem}}/{tail}", call), new(method, $"{{item}}/listItem/{tail}", call)];

    private static GetListItemVersionOptions Options(Documented r) => new() { Select = r.Select, Expand = r.Expand };

    private static JsonObject Json(JsonElement? json) =>
        json is { } value ? JsonNode.Parse(value.GetRawText())!.AsObject() : new JsonObject { ["Title"] = "Widget" };
}
