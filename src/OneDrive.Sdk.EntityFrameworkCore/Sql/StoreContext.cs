using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OneDrive.Sdk.EntityFramework;

/// <summary>One context, the dialect of its database, and the names of the tables as the model has them.</summary>
internal sealed class StoreContext
{
    private readonly EntityFrameworkDialect _dialect;
    private readonly ISqlGenerationHelper _names;

    /// <exception cref="InvalidOperationException">The provider has no dialect, or the model has no tables of the stores.</exception>
    internal StoreContext(DbContext context, EntityFrameworkDialect? dialect, CancellationToken cancellationToken)
    {
        Context = context;
        CancellationToken = cancellationToken;
        _dialect = dialect ?? SqlDialects.Find(context);
        if (dialect is not null && dialect.ProviderName != context.Database.ProviderName)
        {
            throw new InvalidOperationException(
                $"The dialect {dialect.GetType().Name} is for '{dialect.ProviderName}', and {context.GetType().Name} uses "
                + $"'{context.Database.ProviderName}'. Set EntityFrameworkStoreOptions.Dialect to one for this provider.");
        }

        if (context.Model.FindEntityType(typeof(SignInRow)) is null)
        {
            throw new InvalidOperationException(
                $"{context.GetType().Name} has no tables of OneDrive.Sdk. Call modelBuilder.AddOneDrive() in its OnModelCreating "
                + "and add a migration.");
        }

        _names = context.GetService<ISqlGenerationHelper>();
    }

    internal DbContext Context { get; }

    internal CancellationToken CancellationToken { get; }

    /// <summary>The database's time, as an expression.</summary>
    internal string Now => _dialect.ClockExpression;

    internal string Table<TRow>()
    {
        var type = TypeOf<TRow>();
        return _names.DelimitIdentifier(type.GetTableName()!, type.GetSchema());
    }

    internal string Column<TRow>(string property)
    {
        var type = TypeOf<TRow>();
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return _names.DelimitIdentifier(type.FindProperty(property)!.GetColumnName(table)!);
    }

    /// <summary>Runs a statement and returns the number of rows that it changed.</summary>
    internal Task<int> ExecuteAsync(string statement, params object[] parameters) =>
        Context.Database.ExecuteSqlRawAsync(statement, parameters, CancellationToken);

    /// <summary>Inserts a row unless its key is taken; true when it was inserted.</summary>
    internal async Task<bool> InsertAsync<TRow>(
        IReadOnlyList<string> properties, IReadOnlyList<string> keys, IReadOnlyList<string> values, params object[] parameters)
    {
        var statement = _dialect.InsertIfAbsent(
            Table<TRow>(), [.. properties.Select(Column<TRow>)], [.. keys.Select(Column<TRow>)], values);
        return await ExecuteAsync(statement, parameters).ConfigureAwait(false) == 1;
    }

    /// <summary>Runs a query; its columns have the names of the properties.</summary>
    internal async Task<T?> QueryAsync<T>(string query, params object[] parameters)
    {
        var rows = await Context.Database.SqlQueryRaw<T>(query, parameters).ToListAsync(CancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? default : rows[0];
    }

    internal string Delimit(string name) => _names.DelimitIdentifier(name);

    private IEntityType TypeOf<TRow>() => Context.Model.FindEntityType(typeof(TRow))!;
}
