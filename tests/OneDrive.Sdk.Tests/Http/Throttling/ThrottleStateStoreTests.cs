using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http.Throttling;

public sealed class ThrottleStateStoreTests : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UpdateAsync_LosesNoChangeOfManyWriters(bool isFile)
    {
        var stores = Enumerable.Range(0, 4).Select(_ => Create(isFile)).ToList();
        if (!isFile)
            stores = [.. Enumerable.Repeat(stores[0], 4)];

        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => stores[index % 4].UpdateAsync("key", (state, now) => new ThrottleState
        {
            PausedUntil = now.AddSeconds(index),
            Members = [.. state.Members, new ThrottleMember { Id = $"{index}", SeenAt = now, Rate = index }],
        })));

        var (state, _) = await stores[0].UpdateAsync("key", static (state, _) => state);
        Assert.Equal(Enumerable.Range(0, 40).Select(index => (double)index), state.Members.Select(member => member.Rate!.Value).Order());
        Assert.NotNull(state.PausedUntil);
    }

    [Fact]
    public async Task ClientsWithOneStore_PauseTogether()
    {
        var clock = new ManualTimeProvider();
        var store = new WatchedStore(new InMemoryThrottleStateStore(clock));
        var first = NewChain(clock, store, out _);
        var second = NewChain(clock, store, out var secondGate);
        first.Transport.Answer(429, null, ("Retry-After", "20"));
        second.Transport.Answer(200).Answer(200);
        await second.GetAsync();

        await Assert.ThrowsAsync<ThrottledException>(() => first.Graph
            .With(new CallOptions { Retry = new OneDriveRetryOptions { Mode = RetryMode.None } })
            .SendAsync(ChainFixture.Call(HttpMethod.Get, isIdempotent: true), CancellationToken.None));
        await store.Paused.WaitAsync(TimeSpan.FromSeconds(30));
        await second.GetAsync();

        // The second process looks at the store every two seconds while it works.
        clock.Advance(TimeSpan.FromSeconds(2));
        await clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(2));
        Assert.InRange(secondGate.GetRemainingWait(clock).TotalSeconds, 17, 18.1);
    }

    public void Dispose()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    private IThrottleStateStore Create(bool isFile) => isFile ? new FileThrottleStateStore(_directory) : new InMemoryThrottleStateStore();

    private sealed class WatchedStore(IThrottleStateStore inner) : IThrottleStateStore
    {
        private readonly TaskCompletionSource _paused = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Paused => _paused.Task;

        public async Task<ThrottleUpdate> UpdateAsync(
            string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
        {
            var update = await inner.UpdateAsync(key, change, cancellationToken);
            if (update.State.PausedUntil is not null)
                _paused.TrySetResult();
            return update;
        }
    }

    private static ChainFixture NewChain(TimeProvider clock, IThrottleStateStore store, out SharedThrottleGate gate)
    {
        gate = new SharedThrottleGate(store);
        var tokens = new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken("token", DateTimeOffset.MaxValue)))
        {
            PrincipalKey = "one",
        };
        return new ChainFixture(clock, tokens: tokens, sharedGate: gate);
    }
}
