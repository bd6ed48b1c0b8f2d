using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk.Fleet.Data;

/// <summary>The tables of the fleet, and those of OneDrive.Sdk.</summary>
internal sealed class FleetDb(DbContextOptions<FleetDb> options) : DbContext(options)
{
    public DbSet<CopyRow> Copies => Set<CopyRow>();

    public DbSet<BatchRow> Batches => Set<BatchRow>();

    public DbSet<FileRow> Files => Set<FileRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOneDrive();
        modelBuilder.Entity<CopyRow>(copy =>
        {
            copy.ToTable("fleet_copies").HasIndex(one => new { one.Source, one.Drive, one.Folder }).IsUnique();
        });
        modelBuilder.Entity<BatchRow>(batch =>
        {
            batch.ToTable("fleet_batches").HasIndex(one => new { one.IsEnded, one.CheckedMs });
            batch.Property(one => one.Id).HasColumnName("id");
            batch.Property(one => one.Owner).HasColumnName("owner");
            batch.Property(one => one.UntilMs).HasColumnName("until_ms");
            batch.Property(one => one.Fence).HasColumnName("fence");
            batch.Property(one => one.LostCount).HasColumnName("lost_count");
            batch.Property(one => one.IsEnded).HasColumnName("is_ended");
            batch.Property(one => one.DoneCount).HasColumnName("done_count");
            batch.Property(one => one.DoneBytes).HasColumnName("done_bytes");
            batch.Property(one => one.FailedCount).HasColumnName("failed_count");
        });
        modelBuilder.Entity<FileRow>(file =>
        {
            file.ToTable("fleet_files").HasIndex(one => new { one.CopyId, one.Folder, one.Name }).IsUnique();
            file.HasIndex(one => one.BatchId);
            file.HasIndex(one => one.EndedMs);
            file.HasOne(one => one.Batch).WithMany().HasForeignKey(one => one.BatchId);
            file.Ignore(one => one.Path);
        });
        modelBuilder.Entity<SettingRow>().ToTable("fleet_settings").HasKey(one => one.Name);
    }
}
