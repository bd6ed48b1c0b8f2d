using System.Security.Cryptography;
using OneDrive.Sdk.EntityFramework;

namespace OneDrive.Sdk;

/// <summary>
/// Shares what is known of the service's limits through a database, by compare-and-swap and by the clock of the database.
/// </summary>
/// <param name="database">The database.</param>
public sealed class EntityFrameworkThrottleStateStore(EntityFrameworkDatabase database) : IThrottleStateStore
{
    private static readonly string[] Columns = [nameof(ThrottleRow.Id), nameof(ThrottleRow.Version), nameof(ThrottleRow.Content)];

    /// <inheritdoc/>
    public async Task<ThrottleUpdate> UpdateAsync(
        string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var update = await database.RunAsync(context => TryUpdateAsync(context, key, change), cancellationToken).ConfigureAwait(false);
            if (update is { } done)
                return done;

            // Jitter: those who met do not meet again.
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 20)), database.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private static async Task<ThrottleUpdate?> TryUpdateAsync(
        StoreContext context, string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change)
    {
        var table = context.Table<ThrottleRow>();
        var id = context.Column<ThrottleRow>(nameof(ThrottleRow.Id));
        var version = context.Column<ThrottleRow>(nameof(ThrottleRow.Version));
        var content = context.Column<ThrottleRow>(nameof(ThrottleRow.Content));
        var found = await context.QueryAsync<Found>(
            $"SELECT {version} AS {context.Delimit(nameof(Found.Version))}, {content} AS {context.Delimit(nameof(Found.Content))}, "
            + $"{context.Now} AS {context.Delimit(nameof(Found.Now))} FROM {table} WHERE {id} = {{0}}",
            key).ConfigureAwait(false);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(
            found?.Now ?? await context.QueryAsync<long>($"SELECT {context.Now} AS {context.Delimit("Value")}").ConfigureAwait(false));
        var state = change(found is null ? ThrottleState.Empty : ThrottleState.Parse(found.Content), now);
        var isSaved = found is null
            ? await context.InsertAsync<ThrottleRow>(Columns, Columns[..1], ["{0}", "1", "{1}"], key, state.ToUtf8Json())
                .ConfigureAwait(false)
            : await context.ExecuteAsync(
                $"UPDATE {table} SET {version} = {version} + 1, {content} = {{2}} WHERE {id} = {{0}} AND {version} = {{1}}",
                key,
                found.Version,
                state.ToUtf8Json()).ConfigureAwait(false) == 1;
        return isSaved ? new ThrottleUpdate(state, now) : null;
    }

    private sealed class Found
    {
        public long Version { get; init; }

        public byte[] Content { get; init; } = [];

        public long Now { get; init; }
    }
}
