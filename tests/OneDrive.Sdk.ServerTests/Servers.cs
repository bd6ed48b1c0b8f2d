using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OneDrive.Sdk.StoreTests;

/// <summary>The servers that run.sh started. A test gets a database of its own.</summary>
internal static class Servers
{
    internal static string Redis => Read("SERVERTESTS_REDIS");

    /// <summary>The folder with <c>restart-postgres</c>.</summary>
    internal static string Scripts => Read("SERVERTESTS_SCRIPTS");

    internal static string CreateDatabase()
    {
        var name = $"test_{Guid.NewGuid():N}";
        using (var connection = new NpgsqlConnection(Read("SERVERTESTS_POSTGRES") + ";Pooling=false"))
        {
            connection.Open();
            using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            command.ExecuteNonQuery();
        }

        var database = new NpgsqlConnectionStringBuilder(Read("SERVERTESTS_POSTGRES")) { Database = name, MaxPoolSize = 12 }
            .ConnectionString;
        using var context = new OneDriveDbContext(StorePlace.Postgres(database));
        context.Database.EnsureCreated();
        return database;
    }

    private static string Read(string variable) =>
        Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is not set. Start the tests with run.sh, which starts the servers.");
}
