using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk.StoreTests;

/// <summary>Where stores are that processes of one machine share: <c>file:directory</c> or <c>sqlite:file</c>.</summary>
internal static class StorePlace
{
    internal static OpenStores Open(string place) => place.Split(':', 2) switch
    {
        ["file", var directory] => OpenStores.InDirectory(directory),
        ["sqlite", var file] => OpenStores.InDatabase(Sqlite(file)),
        _ => throw new ArgumentException($"unknown: {place}", nameof(place)),
    };

    internal static DbContextOptions<OneDriveDbContext> Sqlite(string file) =>
        new DbContextOptionsBuilder<OneDriveDbContext>().UseSqlite($"Data Source={file}").Options;
}
