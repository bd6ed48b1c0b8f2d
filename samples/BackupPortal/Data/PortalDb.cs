using BackupPortal.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OneDrive.Sdk;

namespace BackupPortal.Data;

/// <summary>The portal's own tables.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options, PortalKey key) : DbContext(options)
{
    public DbSet<Administrator> Administrators => Set<Administrator>();

    public DbSet<Destination> Destinations => Set<Destination>();

    public DbSet<BackupJob> Jobs => Set<BackupJob>();

    public DbSet<JobRun> Runs => Set<JobRun>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixTimeConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var sealing = new ValueConverter<string, string>(text => key.Seal(text), text => key.Open(text));
        modelBuilder.Entity<Destination>(destination =>
        {
            destination.Property(one => one.ClientId).HasConversion(sealing);
            destination.Property(one => one.ClientSecret).HasConversion(sealing!);
            destination.Property(one => one.Certificate).HasConversion(sealing!);
            destination.Property(one => one.CertificatePassword).HasConversion(sealing!);
            destination.Property(one => one.ExtraHeaders).HasConversion(sealing!);
        });
        modelBuilder.AddOneDrive();
        modelBuilder.Entity<BackupJob>().HasIndex(job => job.Name).IsUnique();
        modelBuilder.Entity<JobRun>().HasIndex(run => new { run.JobId, run.Requested });
    }
}
