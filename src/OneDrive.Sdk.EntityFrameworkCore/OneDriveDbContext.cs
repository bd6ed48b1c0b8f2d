using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk;

/// <summary>
/// A context that holds the tables of the stores and nothing else, for applications that keep them apart from their own. Migrations are
/// made in the application: set <c>MigrationsAssembly</c> to its assembly.
/// </summary>
/// <param name="options">The provider and the connection.</param>
public sealed class OneDriveDbContext(DbContextOptions<OneDriveDbContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddOneDrive();
}
