using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk.EntityFramework;

/// <summary>Rows that are replaced by compare-and-swap; the version is the concurrency token of the model.</summary>
internal sealed class SealedTable<TRow>(EntityFrameworkDatabase database, string scope)
    where TRow : SealedRow, new()
{
    private static readonly string[] Columns =
        [nameof(SealedRow.Scope), nameof(SealedRow.Id), nameof(SealedRow.Version), nameof(SealedRow.Content)];

    private static readonly string[] Keys = [nameof(SealedRow.Scope), nameof(SealedRow.Id)];

    internal Task<TRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.RunAsync(context => FindAsync(context, id), cancellationToken);

    internal Task<List<TRow>> ListAsync(CancellationToken cancellationToken) => database.RunAsync(
        context => Rows(context).Where(row => row.Scope == scope).ToListAsync(context.CancellationToken), cancellationToken);

    internal Task RemoveAsync(string id, CancellationToken cancellationToken) => database.RunAsync(
        context => context.ExecuteAsync(
            $"DELETE FROM {context.Table<TRow>()} WHERE {context.Column<TRow>(nameof(SealedRow.Scope))} = {{0}} "
            + $"AND {context.Column<TRow>(nameof(SealedRow.Id))} = {{1}}",
            scope,
            id),
        cancellationToken);

    /// <summary>
    /// Puts the content in the place of that with the expected version (0: of none). A statement whose answer was lost is known again by
    /// its content, which is sealed with a nonce of its own.
    /// </summary>
    internal Task<bool> TrySaveAsync(
        string id, long version, byte[] content, long expectedVersion, CancellationToken cancellationToken) =>
        database.RunAsync(
            async context =>
            {
                var isSaved = expectedVersion == 0
                    ? await context.InsertAsync<TRow>(Columns, Keys, ["{0}", "{1}", "{2}", "{3}"], scope, id, version, content)
                        .ConfigureAwait(false)
                    : await UpdateAsync(context, id, version, content, expectedVersion).ConfigureAwait(false);
                return isSaved
                    || (await FindAsync(context, id).ConfigureAwait(false) is { } row
                        && row.Version == version
                        && row.Content.AsSpan().SequenceEqual(content));
            },
            cancellationToken);

    private static IQueryable<TRow> Rows(StoreContext context) =>
        context.Context.Set<TRow>().AsNoTracking().IgnoreQueryFilters();

    private async Task<bool> UpdateAsync(StoreContext context, string id, long version, byte[] content, long expectedVersion)
    {
        var row = context.Context.Entry(new TRow { Scope = scope, Id = id, Version = expectedVersion });
        row.State = EntityState.Unchanged;
        row.Property(stored => stored.Version).CurrentValue = version;
        row.Property(stored => stored.Content).CurrentValue = content;
        try
        {
            await context.Context.SaveChangesAsync(context.CancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private Task<TRow?> FindAsync(StoreContext context, string id) =>
        Rows(context).FirstOrDefaultAsync(row => row.Scope == scope && row.Id == id, context.CancellationToken);
}
