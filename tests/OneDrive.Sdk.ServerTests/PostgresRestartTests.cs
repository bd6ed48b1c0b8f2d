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
                Interlocked.Increment(ref saved);
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
            await AdvanceAsync(() => Interlocked.Read(ref saved));
            using var process = Process.Start(Path.Combine(Servers.Scripts, "restart-postgres"), mode)!;
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
        }

        await AdvanceAsync(() => Interlocked.Read(ref saved));
        await stop.CancelAsync();
        await saving;
        await counting;
        var found = await stores.Tokens.FindAsync("key");
        Assert.Equal((saved, $"token-{saved}"), (found!.Version, found.RefreshToken));
        Assert.False(await stores.Uploads.TryAcquireAsync("key", "another", TimeSpan.FromMinutes(1)));
    }

    // Some more states are saved.
    private static async Task AdvanceAsync(Func<long> count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var wanted = count() + 5; count() < wanted;)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
    }
}
