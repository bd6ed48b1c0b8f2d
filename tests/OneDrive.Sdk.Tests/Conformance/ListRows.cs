using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Sites and the lists behind libraries.</summary>
internal static class ListRows
{
    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "sites", (client, r) => First.OfAsync(client.Drives.ListSitesAsync(new() { PageSize = r.PageSize })))
        {
            Defaults = ["search"],
        },
        new("GET", "{owner}", (client, r) => client.Drives.GetSiteAsync(r.Request.Address.SiteId!))
        {
            When = request => request.Address.SiteId is not null,
        },
        new("GET", "{list}", (client, r) => client.Drives.GetListAsync(List(r), new() { Select = r.Select, Expand = r.Expand })),
        new("GET", "{list}/items", (client, r) => First.OfAsync(client.Drives.ListListItemsAsync(List(r), new()
        {
            Select = r.Select,
            Expand = r.Expand,
            PageSize = r.PageSize,
            OrderBy = r.Request.Parameter("orderby"),
            Filter = r.Request.Parameter("filter"),
        }))),
        new("GET", "{listItem}/driveItem", (client, r) => client.Items.GetAsync(Item(r), new() { Select = r.Select, Expand = r.Expand })),
        new("GET", "{listItem}", (client, r) =>
            client.Items.GetListItemAsync(Item(r), new() { Select = r.Select, Expand = r.Expand })),
        new("PATCH", "{listItem}/fields", (client, r) => client.Items.UpdateFieldsAsync(
            Item(r), r.Request.Body is { } body ? JsonNode.Parse(body.GetRawText())!.AsObject() : new JsonObject { ["Color"] = "Red" })),
    ];

    private static ListAddress List(Documented r) => ListAddress.InSite(r.Request.Address.SiteId!, r.Request.Address.ListId!);

    private static ItemAddress Item(Documented r) => List(r).Item(r.Request.Address.ListItemId!);
}
