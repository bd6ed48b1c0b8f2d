using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneDrive.Sdk.EntityFramework;

namespace OneDrive.Sdk;

/// <summary>Adds the tables of the stores to a context of the application.</summary>
public static class OneDriveModelBuilderExtensions
{
    private const int HashLength = 64;

    /// <summary>
    /// Adds the tables of the stores, whose names begin with <c>onedrive_</c>. Call it in <c>OnModelCreating</c>, and add a migration.
    /// </summary>
    /// <param name="modelBuilder">The model of the context.</param>
    /// <param name="schema">The schema of the tables; the default schema of the model when null. SQLite has no schemas.</param>
    public static ModelBuilder AddOneDrive(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        AddSealed<SignInRow>(modelBuilder, "onedrive_sign_ins", schema);
        AddSealed<UploadRow>(modelBuilder, "onedrive_uploads", schema);
        AddSealed<CheckpointRow>(modelBuilder, "onedrive_checkpoints", schema);
        modelBuilder.Entity<LeaseRow>(row =>
        {
            AddKey(row, "onedrive_leases", schema);
            row.Property(lease => lease.Owner).HasColumnName("owner").HasMaxLength(200);
            row.Property(lease => lease.Until).HasColumnName("until_ms");
        });
        modelBuilder.Entity<SessionRow>(row =>
        {
            AddKey(row, "onedrive_sessions", schema);
            row.Property(session => session.Content).HasColumnName("content");
            row.Property(session => session.Expires).HasColumnName("expires_ms");
            row.HasIndex(session => session.Expires);
        });
        modelBuilder.Entity<ThrottleRow>(row =>
        {
            row.ToTable("onedrive_throttle", schema).HasKey(throttle => throttle.Id);
            row.Property(throttle => throttle.Id).HasColumnName("id").HasMaxLength(HashLength);
            row.Property(throttle => throttle.Version).HasColumnName("version").IsConcurrencyToken();
            row.Property(throttle => throttle.Content).HasColumnName("content");
        });
        modelBuilder.Entity<GuardRow>(row =>
        {
            row.ToTable("onedrive_rollback_guard", schema).HasKey(guard => guard.Name);
            row.Property(guard => guard.Name).HasColumnName("name").HasMaxLength(HashLength);
            row.Property(guard => guard.Number).HasColumnName("number");
        });
        return modelBuilder;
    }

    private static void AddSealed<TRow>(ModelBuilder modelBuilder, string table, string? schema)
        where TRow : SealedRow =>
        modelBuilder.Entity<TRow>(row =>
        {
            AddKey(row, table, schema);
            row.Property(sealedRow => sealedRow.Version).HasColumnName("version").IsConcurrencyToken();
            row.Property(sealedRow => sealedRow.Content).HasColumnName("content");
        });

    private static void AddKey<TRow>(EntityTypeBuilder<TRow> row, string table, string? schema)
        where TRow : class
    {
        row.ToTable(table, schema).HasKey(nameof(SealedRow.Scope), nameof(SealedRow.Id));
        row.Property<string>(nameof(SealedRow.Scope)).HasColumnName("scope").HasMaxLength(100);
        row.Property<string>(nameof(SealedRow.Id)).HasColumnName("id").HasMaxLength(HashLength + 16);
    }
}
