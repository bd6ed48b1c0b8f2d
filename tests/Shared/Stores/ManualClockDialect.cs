using System.Globalization;

namespace OneDrive.Sdk.StoreTests;

/// <summary>A database whose clock a test turns, and an example of a dialect for another provider.</summary>
internal sealed class ManualClockDialect(string providerName, TimeProvider clock) : EntityFrameworkDialect
{
    public override string ProviderName => providerName;

    public override string ClockExpression =>
        string.Create(CultureInfo.InvariantCulture, $"CAST({clock.GetUtcNow().ToUnixTimeMilliseconds()} AS BIGINT)");

    public override string InsertIfAbsent(
        string table, IReadOnlyList<string> columns, IReadOnlyList<string> keyColumns, IReadOnlyList<string> values) =>
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values)}) ON CONFLICT DO NOTHING";
}
