using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.EntityFramework;

namespace OneDrive.Sdk;

/// <summary>
/// Remembers in a database how far a token store had come. Use it for a store that is kept elsewhere: files, or another database. In the
/// same database it is restored together with what it guards.
/// </summary>
/// <param name="database">The database.</param>
public sealed class EntityFrameworkTokenRollbackGuard(EntityFrameworkDatabase database) : ITokenRollbackGuard
{
    private static readonly string[] Columns = [nameof(GuardRow.Name), nameof(GuardRow.Number)];

    /// <inheritdoc/>
    public Task<long> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return database.RunAsync(
            context => context.QueryAsync<long>(
                $"SELECT {context.Column<GuardRow>(nameof(GuardRow.Number))} AS {context.Delimit("Value")} "
                + $"FROM {context.Table<GuardRow>()} WHERE {context.Column<GuardRow>(nameof(GuardRow.Name))} = {{0}}",
                name),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RaiseAsync(string name, long number, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return database.RunAsync(
            async context =>
            {
                var column = context.Column<GuardRow>(nameof(GuardRow.Number));
                var update = $"UPDATE {context.Table<GuardRow>()} SET {column} = {{1}} "
                    + $"WHERE {context.Column<GuardRow>(nameof(GuardRow.Name))} = {{0}} AND {column} < {{1}}";

                // Inserted by another process in between: then the update applies to its row.
                return await context.ExecuteAsync(update, name, number).ConfigureAwait(false) == 1
                    || await context.InsertAsync<GuardRow>(Columns, Columns[..1], ["{0}", "{1}"], name, number).ConfigureAwait(false)
                    || await context.ExecuteAsync(update, name, number).ConfigureAwait(false) == 1;
            },
            cancellationToken);
    }
}
