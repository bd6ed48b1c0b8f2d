namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Drives and their owners.</summary>
internal static class DriveRows
{
    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "{drive}", (client, r) => client.Drives.GetAsync(r.Drive, new() { Select = r.Select })),
        new("GET", "{owner}/drives", (client, r) =>
            First.OfAsync(client.Drives.ListAsync(r.Drive, new() { Select = r.Select, PageSize = r.PageSize }))),
        new("GET", "{owner}", (client, r) => client.Drives.GetUserAsync(r.Drive, new() { Select = r.Select }))
        {
            When = request => request.Address.SiteId is null,
        },
        new("PATCH", "{drive}", (client, r) => client.Drives.UpdateAsync(
            r.Drive,
            new() { Name = r.Text("name") ?? (r.Request.IsTemplate ? "n" : null), Description = r.Text("description") },
            new() { IfMatch = r.IfMatch })),
        new("GET", "users", (client, r) => First.OfAsync(client.Drives.ListUsersAsync(new() { PageSize = r.PageSize }))),
        new("GET", "groups", (client, r) => First.OfAsync(client.Drives.ListGroupsAsync(new() { PageSize = r.PageSize }))),
    ];
}
