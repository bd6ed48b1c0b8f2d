namespace OneDrive.Sdk.StoreTests;

public sealed class PostgresProcessesTests : ManyProcessesTests
{
    private protected override string Place { get; } = $"postgres:{Servers.CreateDatabase()}";

    private protected override int Processes => 8;

    private protected override int Rounds => 60;

    private protected override int Rights => 200;

    private protected override int Kills => 6;
}
