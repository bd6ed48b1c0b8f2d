using System.Diagnostics;
using OneDrive.Sdk.Tests.Authentication.Stores;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StoreTests;

/// <summary>A server that goes down without a word and comes back: calls go on, and nothing that was acknowledged is lost.</summary>
public sealed class PostgresRestartTests
{
    private readonly string _place = $"postgres:{Servers.CreateDatabase()}";

    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task TrySaveAsync_WhileTheServerRestarts_SavesEachStateOnce(string mode)
    {
        var stores = StorePlace.Open(_place);
        var saved = 0L;
        using var stop = new CancellationTokenSource();
        var saving = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.True(await stores.Tokens.TrySaveAsync(TokenEntries.Create("key", saved + 1, $"token-{saved + 1}"), saved));
                saved++;
            }
        });
        var counting = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.True(await stores.Uploads.TryAcquireAsync("key", "owner", TimeSpan.FromMinutes(1)));
                await stores.Uploads.TrySaveAsync(Records.Create("upload"), 0);
                Assert.NotNull(await stores.Uploads.FindAsync("upload"));
            }
        });

        for (var restart = 0; restart < 2; restart++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
            using var process = Process.Start(Path.Combine(Servers.Scripts, "restart-postgres"), mode)!;
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        await stop.CancelAsync();
        await saving;
        await counting;
        var found = await stores.Tokens.FindAsync("key");
        Assert.True(saved > 2);
        Assert.Equal((saved, $"token-{saved}"), (found!.Version, found.RefreshToken));
        Assert.False(await stores.Uploads.TryAcquireAsync("key", "another", TimeSpan.FromMinutes(1)));
    }
}
