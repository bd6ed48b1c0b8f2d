using System.Globalization;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>What changed.</summary>
internal static class ChangeRows
{
    private const string Root = "https://graph.microsoft.com/v1.0/";

    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "{item}/delta", (client, r) => r.Request.Parameter("token") switch
        {
            "latest" => client.Changes.GetLatestCheckpointAsync(r.Item, Options(r)),
            { } token when DateTimeOffset.TryParse(token, CultureInfo.InvariantCulture, out var time) =>
                First.OfAsync(client.Changes.ReadAsync(r.Item, null, Options(r, time))),
            { } => First.OfAsync(client.Changes.ReadAsync(r.Item, Checkpoint(r), Options(r))),
            null => First.OfAsync(client.Changes.ReadAsync(r.Item, null, Options(r))),
        }),
        new("GET", "{item}/delta({token})", (client, r) => First.OfAsync(client.Changes.ReadAsync(r.Item, Checkpoint(r), Options(r)))),
    ];

    /// <summary>A link that the service gave earlier is followed as it is.</summary>
    private static DeltaCheckpoint Checkpoint(Documented r)
    {
        var question = r.Request.Url.IndexOf('?', StringComparison.Ordinal);
        var link = Root + r.Request.Path.TrimStart('/') + (question < 0 ? "" : r.Request.Url[question..]);
        return new DeltaCheckpoint(link.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
    }

    private static ReadChangesOptions Options(Documented r, DateTimeOffset? after = null) => new()
    {
        Select = r.Select,
        Expand = r.Expand,
        PageSize = r.PageSize,
        ChangedAfter = after,
        ExcludeParents = r.Request.Headers.ContainsKey("deltaExcludeParent"),
        HierarchicalSharing = r.Prefers("hierarchicalsharing"),
        ShowSharingChanges = r.Prefers("deltashowsharingchanges"),
        IncludeAddedFolders = r.Prefers("AddToOneDrive"),
    };
}
