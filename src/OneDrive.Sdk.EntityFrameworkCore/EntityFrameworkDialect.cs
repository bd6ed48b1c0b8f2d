namespace OneDrive.Sdk;

/// <summary>
/// What differs between databases: the clock, and the statement that inserts a row unless its key is taken. PostgreSQL and SQLite are built
/// in; derive from it for another provider and set <see cref="EntityFrameworkStoreOptions.Dialect"/>.
/// </summary>
public abstract class EntityFrameworkDialect
{
    /// <summary>The provider that the dialect is for, as <c>DbContext.Database.ProviderName</c> prints it.</summary>
    public abstract string ProviderName { get; }

    /// <summary>
    /// The SQL expression for the database's present time in whole milliseconds since 1970 (UTC), as a 64-bit integer. It is read when the
    /// statement runs, not when its transaction began.
    /// </summary>
    public abstract string ClockExpression { get; }

    /// <summary>
    /// Gets the statement that inserts a row in one atomic step, or changes nothing and affects 0 rows when the primary key is taken.
    /// </summary>
    /// <param name="table">The table, delimited.</param>
    /// <param name="columns">The columns, delimited.</param>
    /// <param name="keyColumns">The columns of the primary key, delimited.</param>
    /// <param name="values">An SQL expression for each column; parameters are written <c>{0}</c>, <c>{1}</c> and so on.</param>
    public abstract string InsertIfAbsent(
        string table, IReadOnlyList<string> columns, IReadOnlyList<string> keyColumns, IReadOnlyList<string> values);
}
