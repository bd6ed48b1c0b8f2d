namespace OneDrive.Sdk.EntityFramework;

/// <summary>Rights that end by the database's clock, whatever the clocks of the machines say.</summary>
internal sealed class LeaseTable(EntityFrameworkDatabase database, string scope)
{
    private const long AbandonedAfter = 24 * 60 * 60 * 1000;

    private static readonly string[] Columns =
        [nameof(LeaseRow.Scope), nameof(LeaseRow.Id), nameof(LeaseRow.Owner), nameof(LeaseRow.Until)];

    private static readonly string[] Keys = [nameof(LeaseRow.Scope), nameof(LeaseRow.Id)];

    private int _isSwept;

    /// <summary>Takes or prolongs a right; false when another owner has it.</summary>
    internal Task<bool> TryAcquireAsync(string id, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        database.RunAsync(
            async context =>
            {
                await SweepAsync(context).ConfigureAwait(false);
                var (table, owned, until) = Names(context);
                var milliseconds = (long)Math.Ceiling(duration.TotalMilliseconds);
                return await context.ExecuteAsync(
                        $"UPDATE {table} SET {owned} = {{2}}, {until} = {context.Now} + {{3}} WHERE {Key(context)} "
                        + $"AND ({owned} = {{2}} OR {until} <= {context.Now})",
                        scope,
                        id,
                        owner,
                        milliseconds).ConfigureAwait(false) == 1
                    || await context.InsertAsync<LeaseRow>(
                        Columns, Keys, ["{0}", "{1}", "{2}", $"{context.Now} + {{3}}"], scope, id, owner, milliseconds)
                        .ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Prolongs a right; false when it was given back or another owner has it.</summary>
    internal Task<bool> ProlongAsync(string id, string owner, TimeSpan duration, CancellationToken cancellationToken) => database.RunAsync(
        async context =>
        {
            var (table, owned, until) = Names(context);
            return await context.ExecuteAsync(
                $"UPDATE {table} SET {until} = {context.Now} + {{3}} WHERE {Key(context)} AND {owned} = {{2}}",
                scope,
                id,
                owner,
                (long)Math.Ceiling(duration.TotalMilliseconds)).ConfigureAwait(false) == 1;
        },
        cancellationToken);

    /// <summary>Gives a right back; false when another owner has it.</summary>
    internal Task<bool> ReleaseAsync(string id, string owner, CancellationToken cancellationToken) => database.RunAsync(
        async context =>
        {
            var (table, owned, until) = Names(context);
            if (await context.ExecuteAsync(
                $"DELETE FROM {table} WHERE {Key(context)} AND ({owned} = {{2}} OR {until} <= {context.Now})", scope, id, owner)
                .ConfigureAwait(false) == 1)
                return true;
            return await context.QueryAsync<long>(
                $"SELECT COUNT(*) AS {context.Delimit("Value")} FROM {table} WHERE {Key(context)}", scope, id).ConfigureAwait(false) == 0;
        },
        cancellationToken);

    private static (string Table, string Owner, string Until) Names(StoreContext context) => (
        context.Table<LeaseRow>(),
        context.Column<LeaseRow>(nameof(LeaseRow.Owner)),
        context.Column<LeaseRow>(nameof(LeaseRow.Until)));

    private static string Key(StoreContext context) =>
        $"{context.Column<LeaseRow>(nameof(LeaseRow.Scope))} = {{0}} AND {context.Column<LeaseRow>(nameof(LeaseRow.Id))} = {{1}}";

    // What killed processes left, once for each store object.
    private async Task SweepAsync(StoreContext context)
    {
        if (Interlocked.Exchange(ref _isSwept, 1) == 1)
            return;

        var (table, _, until) = Names(context);
        await context.ExecuteAsync($"DELETE FROM {table} WHERE {until} < {context.Now} - {{0}}", AbandonedAfter).ConfigureAwait(false);
    }
}
