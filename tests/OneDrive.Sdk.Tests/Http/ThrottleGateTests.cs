using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http;

public sealed class ThrottleGateTests
{
    [Fact]
    public async Task AfterA429_OtherCallsOfTheClientWaitToo()
    {
        var clock = new ManualTimeProvider();
        var chain = new ChainFixture(clock, options => options.Retry.Mode = RetryMode.None);
        chain.Transport.Answer(429, null, ("Retry-After", "20")).Answer(200);
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        var other = chain.GetAsync();
        await clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(20));
        Assert.Single(chain.Transport.Sent);
        clock.Advance(TimeSpan.FromSeconds(20));
        await other;

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    [Fact]
    public async Task ASharedGate_HoldsBackTheOtherClient()
    {
        var clock = new SkippingTimeProvider();
        var shared = new SharedThrottleGate();
        var first = new ChainFixture(clock, options => options.Retry.Mode = RetryMode.None, sharedGate: shared);
        var second = new ChainFixture(clock, sharedGate: shared);
        first.Transport.Answer(503, null, ("Retry-After", "9"));
        second.Transport.Answer(200);

        await Assert.ThrowsAsync<ThrottledException>(() => first.GetAsync());
        Assert.Equal(TimeSpan.FromSeconds(9), shared.GetRemainingWait(clock));
        await second.GetAsync();

        Assert.Equal([TimeSpan.FromSeconds(9)], clock.Waits);
    }

    [Fact]
    public async Task A423_SpeaksOfOneItem_AndHoldsNobodyBack()
    {
        var clock = new SkippingTimeProvider();
        var chain = new ChainFixture(clock, options => options.Retry.Mode = RetryMode.None);
        chain.Transport.Answer(423, null, ("Retry-After", "9")).Answer(200);

        await Assert.ThrowsAsync<ResourceLockedException>(() => chain.GetAsync());
        await chain.GetAsync();

        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task ACoolDownLongerThanTheBudget_RefusesWithoutSending()
    {
        var clock = new SkippingTimeProvider();
        var chain = new ChainFixture(clock, options => options.Retry.MaxRetryAfter = TimeSpan.Zero);
        chain.Transport.Answer(429, null, ("Retry-After", "600"));
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        var exception = await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        Assert.Equal(TimeSpan.FromSeconds(600), exception.RetryAfter);
        Assert.Single(chain.Transport.Sent);
    }

    [Fact]
    public async Task NoMoreThanTheAllowedNumberOfRequests_AreUnderWayAtOnce()
    {
        var chain = new ChainFixture(TimeProvider.System, options => options.MaxConcurrentRequests = 3);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var underWay = 0;
        var most = 0;
        for (var index = 0; index < 10; index++)
        {
            chain.Transport.Then(async (_, _) =>
            {
                var now = Interlocked.Increment(ref underWay);
                most = Math.Max(most, now);
                if (now == 3)
                {
                    full.TrySetResult();
                }

                await release.Task;
                Interlocked.Decrement(ref underWay);
                return ScriptedTransport.Response(200);
            });
        }

        var calls = Enumerable.Range(0, 10).Select(_ => chain.GetAsync()).ToArray();
        await full.Task;
        release.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(3, most);
    }

    [Fact]
    public async Task AStreamedAnswer_KeepsItsPlaceUntilItIsRead()
    {
        var chain = new ChainFixture(TimeProvider.System, options => options.MaxConcurrentRequests = 1);
        chain.Transport.Answer(200, "{}").Answer(200);
        var streamed = new GraphCall<NoContent>
        {
            Operation = "Content.Download",
            Method = HttpMethod.Get,
            Path = "me/drive/root:/a:/content",
            IsIdempotent = true,
            StreamsAnswer = true,
        };

        using var response = await chain.Graph.SendForResponseAsync(streamed, CancellationToken.None);
        var next = chain.GetAsync();
        Assert.Single(chain.Transport.Sent);
        var body = await response.Content.ReadAsStreamAsync();
        Assert.Equal(2, await body.ReadAsync(new byte[10]));
        Assert.Single(chain.Transport.Sent);
        Assert.Equal(0, await body.ReadAsync(new byte[10]));
        await next;

        Assert.Equal(2, chain.Transport.Sent.Count);
    }
}
