namespace OneDrive.Sdk.Fleet.Reports;

/// <summary>The state of all copies, workers and limits.</summary>
/// <param name="Copies">The copies.</param>
/// <param name="Workers">The processes that hold leases.</param>
/// <param name="Limits">What is known of the limits of the service, for each principal and host.</param>
internal sealed record FleetStatus(IReadOnlyList<CopyStatus> Copies, IReadOnlyList<string> Workers, IReadOnlyList<LimitStatus> Limits)
{
    internal bool IsEnded => Copies.All(copy => copy.IsEnded);
}
