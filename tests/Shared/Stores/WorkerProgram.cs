using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Authentication.Stores;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StoreTests;

/// <summary>What the processes do that the tests start.</summary>
internal static class WorkerProgram
{
    internal const string Key = "adele";

    internal static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(2);

    internal static string TokenOf(long version) => $"refresh-token-{version}-{new string('x', 2000)}";

    internal static async Task<int> RunAsync(string[] arguments)
    {
        var stores = StorePlace.Open(arguments[1]);
        await (arguments[0] switch
        {
            "save" => SaveAsync(stores.Tokens),
            "count" => CountAsync(stores.Uploads, Number(arguments[2])),
            "lease" => LeaseAsync(stores.Uploads, Number(arguments[2]), Number(arguments[3])),
            "refresh" => SharedSignIn.RefreshAsync(stores.Tokens, new Uri(arguments[3]), Number(arguments[2])),
            var verb => throw new ArgumentException($"unknown: {verb}", nameof(arguments)),
        });
        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // Saves one state after the other and says so each time, until it is killed.
    private static async Task SaveAsync(ITokenStore store)
    {
        var version = (await store.FindAsync(Key))?.Version ?? 0;
        while (true)
        {
            Assert.True(await store.TrySaveAsync(TokenEntries.Create(Key, version + 1, TokenOf(version + 1)), version));
            version++;
            await WriteAsync(version);
        }
    }

    // Replaces the newest state of a few records with the next one, against the others.
    private static async Task CountAsync(IUploadSessionStore store, int saves)
    {
        var random = new Random(Environment.ProcessId);
        while (saves > 0)
        {
            var key = $"count-{random.Next(5)}";
            var before = (await store.FindAsync(key))?.Version ?? 0;
            if (!await store.TrySaveAsync(Records.Create(key, before + 1), before))
                continue;

            await WriteAsync(key);
            saves--;
        }
    }

    // Takes rights, holds them for a moment, gives them back or forgets them; times are those of the machine's monotonic clock.
    private static async Task LeaseAsync(IUploadSessionStore store, int holds, int keys)
    {
        var random = new Random(Environment.ProcessId);
        while (holds > 0)
        {
            var (key, owner) = ($"lease-{random.Next(keys)}", Guid.NewGuid().ToString("N"));
            var asked = Stopwatch.GetTimestamp();
            if (!await store.TryAcquireAsync(key, owner, LeaseTime))
                continue;

            await WriteAsync($"+ {key} {asked} {Stopwatch.GetTimestamp()}");
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(30)), TimeProvider.System);
            await WriteAsync($"- {key} {asked} {Stopwatch.GetTimestamp()}");
            holds--;
            if (random.Next(20) > 0)
                await store.TryAcquireAsync(key, owner, TimeSpan.Zero);
        }
    }

    private static async Task WriteAsync(object line)
    {
        await Console.Out.WriteLineAsync(Convert.ToString(line, CultureInfo.InvariantCulture));
        await Console.Out.FlushAsync();
    }
}
