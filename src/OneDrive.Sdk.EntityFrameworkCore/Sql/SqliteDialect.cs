namespace OneDrive.Sdk.EntityFramework;

/// <summary>SQLite through Microsoft.Data.Sqlite. It has the statements of PostgreSQL and a clock of its own.</summary>
internal sealed class SqliteDialect : PostgreSqlDialect
{
    public override string ProviderName => "Microsoft.EntityFrameworkCore.Sqlite";

    // unixepoch('subsec') needs SQLite 3.42; this is as precise to the millisecond, in every version.
    public override string ClockExpression => "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";
}
