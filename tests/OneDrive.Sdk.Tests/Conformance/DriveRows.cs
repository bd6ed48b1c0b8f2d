namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Drives and their owners.</summary>
internal static class DriveRows
{
    private static readonly string[] Selection = ["select"];

    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "{drive}", (client, r) => client.Drives.GetAsync(r.Drive, new() { Select = r.Select })),
        new("GET", "{owner}/drives", (client, r) =>
            First.OfAsync(
            client.Drives.ListAsync(r.Drive, new()
            {
                Select = r.Select,
                Expand = r.Expand,
                PageSize = r.PageSize,
                OrderBy = r.Request.Parameter("orderby"),
            }),
            r)),
        new("GET", "{owner}", (client, r) => client.Drives.GetUserAsync(r.Drive, new() { Select = r.Select }))
        {
            When = request => request.Address.SiteId is null,
        },
        new("PATCH", "{drive}", (client, r) => client.Drives.UpdateAsync(
            r.Drive,
            new() { Name = r.Text("name") ?? (r.Request.IsTemplate ? "n" : null), Description = r.Text("description") },
            new() { IfMatch = r.IfMatch })),
        new("GET", "users", (client, r) => First.OfAsync(client.Drives.ListUsersAsync(new() { PageSize = r.PageSize }), r))
        {
            Defaults = Selection,
        },
        new("GET", "groups", (client, r) =>
            client.Drives.FindGroupByEmailAsync(r.Request.Parameter("filter")!.Split('\'')[1]))
        {
            When = request => request.Parameter("filter")?.StartsWith("mail eq '", StringComparison.Ordinal) is true,
            Defaults = Selection,
        },
        new("GET", "groups", (client, r) => First.OfAsync(client.Drives.ListGroupsAsync(new() { PageSize = r.PageSize }), r))
        {
            Defaults = Selection,
        },
    ];
}
