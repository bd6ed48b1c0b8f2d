namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Being told of changes.</summary>
internal static class SubscriptionRows
{
    private static readonly DateTimeOffset Later = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("POST", "subscriptions", (client, r) => client.Subscriptions.CreateAsync(
            Watched(r),
            new Uri(r.Text("notificationUrl") ?? "https://contoso.example/hook"),
            r.Request.BodyDate("expirationDateTime") ?? Later,
            new()
            {
                ClientState = r.Text("clientState"),
                ChangeTypes = (r.Text("changeType") ?? "updated").Split(','),
                LifecycleNotificationUrl = r.Text("lifecycleNotificationUrl") is { } url ? new Uri(url) : null,
                LatestSupportedTlsVersion = r.Text("latestSupportedTlsVersion"),
                IncludeSecurityChanges = r.Prefers("includesecuritywebhooks"),
            })),
        new("GET", "subscriptions", (client, _) => First.OfAsync(client.Subscriptions.ListAsync())),
        new("GET", "subscriptions/{id}", (client, r) => client.Subscriptions.GetAsync(r.Parts["id"])),
        new("PATCH", "subscriptions/{id}", (client, r) =>
            client.Subscriptions.RenewAsync(r.Parts["id"], r.Request.BodyDate("expirationDateTime") ?? Later)),
        new("DELETE", "subscriptions/{id}", (client, r) => client.Subscriptions.DeleteAsync(r.Parts["id"])),
        new("POST", "subscriptions/{id}/reauthorize", (client, r) => client.Subscriptions.ReauthorizeAsync(r.Parts["id"])),
        new("GET", "{item}/subscriptions/socketIo", (client, r) => client.Subscriptions.GetSocketAsync(r.Item)),
        new("GET", "{list}/subscriptions/socketIo", (client, r) => client.Subscriptions.GetListSocketAsync(r.List)),
    ];

    private static ItemAddress Watched(Documented r) =>
        DocumentedAddress.Parse((r.Text("resource") ?? "me/drive/root").TrimStart('/')).Item ?? DriveAddress.Me.Root;
}
