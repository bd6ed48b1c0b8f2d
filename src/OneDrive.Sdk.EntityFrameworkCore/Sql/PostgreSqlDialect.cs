namespace OneDrive.Sdk.EntityFramework;

/// <summary>PostgreSQL through Npgsql.</summary>
internal class PostgreSqlDialect : EntityFrameworkDialect
{
    public override string ProviderName => "Npgsql.EntityFrameworkCore.PostgreSQL";

    // clock_timestamp() and not now(), which is when the transaction began.
    public override string ClockExpression => "(extract(epoch from clock_timestamp()) * 1000)::bigint";

    public override string InsertIfAbsent(
        string table, IReadOnlyList<string> columns, IReadOnlyList<string> keyColumns, IReadOnlyList<string> values) =>
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values)}) "
        + $"ON CONFLICT ({string.Join(", ", keyColumns)}) DO NOTHING";
}
