namespace OneDrive.Sdk.FleetProof;

/// <summary>What PostgreSQL has done so far.</summary>
internal sealed record DatabaseCost(long Commits, long WalBytes, long FileBytes, long JobBytes)
{
    internal static async Task<DatabaseCost> ReadAsync(ProofService service, CancellationToken cancellationToken)
    {
        // The counters are written by each connection within a second.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken);
        return new DatabaseCost(
            await service.QueryAsync<long>(
                "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()", cancellationToken),
            await service.QueryAsync<long>("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint", cancellationToken),
            await service.QueryAsync<long>("SELECT pg_total_relation_size('fleet_files')", cancellationToken),
            await service.QueryAsync<long>(
                "SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                + "WHERE n.nspname = 'hangfire' AND c.relkind = 'r'",
                cancellationToken));
    }
}
