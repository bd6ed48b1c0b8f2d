using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>The lists behind libraries, and their entries.</summary>
internal static class ListRows
{
    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "{list}", (client, r) => client.Drives.GetListAsync(r.List, new() { Select = r.Select, Expand = r.Expand })),
        new("GET", "{list}/columns", (client, r) => First.OfAsync(client.Drives.ListColumnsAsync(r.List))),
        new("GET", "{list}/contentTypes", (client, r) => First.OfAsync(client.Drives.ListContentTypesAsync(r.List))),
        new("GET", "{list}/items", (client, r) => First.OfAsync(client.Drives.ListListItemsAsync(r.List, new()
        {
            Select = r.Select,
            Expand = r.Expand,
            PageSize = r.PageSize,
            OrderBy = r.Request.Parameter("orderby"),
            Filter = r.Request.Parameter("filter"),
        }))),
        new("POST", "{list}/items", (client, r) => client.Drives.CreateListItemAsync(r.List, Json(r.Request.BodyPart("fields")))),
        new("GET", "{listItem}", (client, r) =>
            client.Items.GetListItemAsync(r.Entry, new() { Select = r.Select, Expand = r.Expand })),
        new("DELETE", "{listItem}", (client, r) => client.Items.DeleteListItemAsync(r.Entry, new() { IfMatch = r.IfMatch })),
        new("GET", "{item}/listItem", (client, r) =>
            client.Items.GetListItemAsync(r.Item, new() { Select = r.Select, Expand = r.Expand })),
        .. Both("PATCH", "fields", (client, r) => client.Items.UpdateFieldsAsync(
            r.EntryOrItem, Json(r.Request.Body), new() { IfMatch = r.IfMatch })),
        .. Both("GET", "versions", (client, r) => First.OfAsync(client.Versions.ListOfListItemAsync(r.EntryOrItem, Options(r)))),
        .. Both("GET", "versions/{id}", (client, r) =>
            client.Versions.GetOfListItemAsync(r.EntryOrItem, r.Parts["id"], Options(r))),
        .. Both("POST", "versions/{id}/restoreVersion", (client, r) =>
            client.Versions.RestoreOfListItemAsync(r.EntryOrItem, r.Parts["id"])),
        .. Both("GET", "documentSetVersions", (client, r) => First.OfAsync(client.Versions.ListOfDocumentSetAsync(r.EntryOrItem))),
        .. Both("GET", "documentSetVersions/{id}", (client, r) =>
            client.Versions.GetOfDocumentSetAsync(r.EntryOrItem, r.Parts["id"])),
        .. Both("POST", "documentSetVersions", (client, r) => client.Versions.CaptureDocumentSetAsync(r.EntryOrItem, new()
        {
            Comment = r.Text("comment"),
            IncludeMinorVersions = r.Request.BodyFlag("shouldCaptureMinorVersion") ?? false,
        })),
        .. Both("POST", "documentSetVersions/{id}/restore", (client, r) =>
            client.Versions.RestoreOfDocumentSetAsync(r.EntryOrItem, r.Parts["id"])),
        .. Both("DELETE", "documentSetVersions/{id}", (client, r) =>
            client.Versions.DeleteOfDocumentSetAsync(r.EntryOrItem, r.Parts["id"])),
    ];

    /// <summary>An entry is reached over its list and over its file.</summary>
    private static OperationRow[] Both(string method, string tail, Func<IOneDriveClient, Documented, Task> call) =>
        [new(method, $"{{listItem}}/{tail}", call), new(method, $"{{item}}/listItem/{tail}", call)];

    private static GetListItemVersionOptions Options(Documented r) => new() { Select = r.Select, Expand = r.Expand };

    private static JsonObject Json(JsonElement? json) =>
        json is { } value ? JsonNode.Parse(value.GetRawText())!.AsObject() : new JsonObject { ["Title"] = "Widget" };
}
