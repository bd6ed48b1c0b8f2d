namespace OneDrive.Sdk.StoreTests;

/// <summary>What every shared throttle state promises.</summary>
public abstract class ThrottleStateStorePromises
{
    private protected abstract IThrottleStateStore Open();

    [Fact]
    public async Task UpdateAsync_FromManyAtOnce_LosesNoChange()
    {
        var key = Guid.NewGuid().ToString("N");
        IThrottleStateStore[] stores = [Open(), Open()];

        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() => stores[number % 2].UpdateAsync(
            key, (state, now) => Add(state, $"member-{number}", now)))));

        var update = await stores[0].UpdateAsync(key, (state, _) => state);
        Assert.Equal(24, update.State.Members.Select(member => member.Id).Distinct().Count());
    }

    [Fact]
    public async Task UpdateAsync_GivesThePresentStateAndTheTimeOfTheStore()
    {
        var (key, store) = (Guid.NewGuid().ToString("N"), Open());
        var first = await store.UpdateAsync(key, (state, now) =>
        {
            Assert.Null(state.PausedUntil);
            Assert.Empty(state.Members);
            return new ThrottleState { PausedUntil = now.AddSeconds(30), Members = Add(state, "one", now).Members };
        });

        var second = await Open().UpdateAsync(key, (state, _) => state);

        Assert.Equal(first.Now.AddSeconds(30), second.State.PausedUntil);
        Assert.Equal("one", Assert.Single(second.State.Members).Id);
        Assert.InRange(second.Now, first.Now, first.Now.AddMinutes(1));
        Assert.Empty((await store.UpdateAsync(Guid.NewGuid().ToString("N"), (state, _) => state)).State.Members);
    }

    private static ThrottleState Add(ThrottleState state, string id, DateTimeOffset now) => new()
    {
        PausedUntil = state.PausedUntil,
        Members = [.. state.Members, new ThrottleMember { Id = id, SeenAt = now }],
    };
}
