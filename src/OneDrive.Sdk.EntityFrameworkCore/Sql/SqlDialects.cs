using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk.EntityFramework;

/// <summary>The dialects that are built in.</summary>
internal static class SqlDialects
{
    private static readonly EntityFrameworkDialect[] All = [new PostgreSqlDialect(), new SqliteDialect()];

    /// <exception cref="InvalidOperationException">There is none for the provider.</exception>
    internal static EntityFrameworkDialect Find(DbContext context) =>
        All.FirstOrDefault(dialect => dialect.ProviderName == context.Database.ProviderName)
        ?? throw new InvalidOperationException(
            $"OneDrive.Sdk.EntityFrameworkCore knows PostgreSQL and SQLite, and {context.GetType().Name} uses "
            + $"'{context.Database.ProviderName}'. Use one of the two, with OneDriveDbContext for a database apart from your own, or set "
            + "EntityFrameworkStoreOptions.Dialect to a dialect for your provider.");
}
