using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.StoreTests.Documentation;

/// <summary>The code of docs/many-machines.md. It is compiled only: databases and vaults are the reader's.</summary>
internal static class MachineSnippets
{
    internal static void Register(IServiceCollection services, string connectionString, byte[] keyFromVault)
    {
        // begin: database
        services.AddDbContext<ShopContext>(options => options.UseNpgsql(connectionString));
        services.AddOneDrive()
            .AddEntityFrameworkStores<ShopContext>(new TokenEncryptionKeys("2026-11", keyFromVault));
        // end
    }

    internal static async Task ReadChangesAsync(
        IOneDriveClient client,
        IDeltaCheckpointStore checkpoints,
        Func<ChangePage, CancellationToken, Task> applyAsync,
        CancellationToken cancellationToken)
    {
        // begin: checkpoints in a database
        var stored = await checkpoints.FindAsync("me", cancellationToken);
        var version = stored?.Version ?? 0;
        await foreach (var page in client.Changes.ReadAsync(DriveAddress.Me.Root, stored?.Checkpoint, cancellationToken: cancellationToken))
        {
            await applyAsync(page, cancellationToken);
            var next = new DeltaCheckpointEntry { Key = "me", Version = version + 1, Checkpoint = page.Checkpoint };
            if (!await checkpoints.TrySaveAsync(next, version, cancellationToken))
                break; // Another process reads the same changes and is ahead.
            version = next.Version;
        }

        // end
    }

    internal static async Task MoveAsync(
        IDbContextFactory<ShopContext> contexts, TokenEncryptionKeys keys, CancellationToken cancellationToken)
    {
        // begin: from files to a database
        var database = EntityFrameworkDatabase.Create(contexts);
        await new EncryptedFileTokenStore("/var/lib/shop/tokens", keys)
            .CopyToAsync(new EntityFrameworkTokenStore(database, keys), cancellationToken);

        var uploads = new EntityFrameworkUploadSessionStore(database, keys);
        foreach (var record in await new FileUploadSessionStore("/var/lib/shop/uploads").ListAsync(cancellationToken))
            await uploads.TrySaveAsync(record, 0, cancellationToken);
        // end
    }

    // begin: context
    public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddOneDrive();
    }
    // end
}
