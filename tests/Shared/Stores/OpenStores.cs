using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Distributed;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.StoreTests;

/// <summary>The stores at one place, as every process opens them.</summary>
internal sealed class OpenStores
{
    internal static TokenEncryptionKeys Keys { get; } = new("first", SHA256.HashData("a key for tests"u8));

    internal required ITokenStore Tokens { get; init; }

    internal required IUploadSessionStore Uploads { get; init; }

    internal static OpenStores InDirectory(string directory) => new()
    {
        Tokens = new EncryptedFileTokenStore(Path.Combine(directory, "tokens"), Keys),
        Uploads = new FileUploadSessionStore(Path.Combine(directory, "uploads"), SHA256.HashData("another key"u8)),
    };

    internal static OpenStores InDatabase(DbContextOptions<OneDriveDbContext> options)
    {
        var database = EntityFrameworkDatabase.Create(new PooledDbContextFactory<OneDriveDbContext>(options));
        return new()
        {
            Tokens = new EntityFrameworkTokenStore(database, Keys),
            Uploads = new EntityFrameworkUploadSessionStore(database, Keys),
        };
    }

    internal static OpenStores InCache(IDistributedCache cache) => new()
    {
        Tokens = new DistributedCacheTokenStore(cache, Keys),
        Uploads = new DistributedCacheUploadSessionStore(cache, Keys),
    };
}
