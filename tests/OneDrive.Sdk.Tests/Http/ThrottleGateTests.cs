using OneDrive.Sdk.Calls;
using OneDrive.Sdk.FieldTests;
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
    [FieldCase("H1", "H2", Source = "own",
        Report = "One response, from the service or from a download or copy host, contains a Retry-After of a year.",
        Right = "Up to one hour is honored exactly; for a longer value one request an hour checks whether it still applies. Other hosts "
            + "never delay calls to the service.")]
    public async Task AWaitOfAYear_LetsOneRequestAnHourAsk()
    {
        var clock = new ManualTimeProvider();
        var chain = new ChainFixture(clock);
        chain.Transport
            .Answer(503, null, ("Retry-After", "31536000"))
            .Answer(503, null, ("Retry-After", "31536000"))
            .Answer(200)
            .Answer(200);
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        clock.Advance(TimeSpan.FromMinutes(50));
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());
        Assert.Single(chain.Transport.Sent);

        clock.Advance(TimeSpan.FromMinutes(11));
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());
        Assert.Equal(2, chain.Transport.Sent.Count);

        clock.Advance(TimeSpan.FromMinutes(61));
        await chain.GetAsync();
        await chain.GetAsync();
        Assert.Equal(4, chain.Transport.Sent.Count);
    }

    [Fact]
    public async Task AWaitOfAnHour_IsObeyedToTheSecond()
    {
        var clock = new ManualTimeProvider();
        var chain = new ChainFixture(clock, options => options.Retry.Mode = RetryMode.None);
        chain.Transport.Answer(429, null, ("Retry-After", "3600")).Answer(200);
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        clock.Advance(TimeSpan.FromSeconds(3599));
        var next = chain.GetAsync();
        await clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(1));
        Assert.Single(chain.Transport.Sent);
        clock.Advance(TimeSpan.FromSeconds(1));
        await next;
    }

    [Fact]
    public async Task WhileTheProbeOfALongWaitIsUnderWay_TheOthersAreHeldBack()
    {
        var clock = new ManualTimeProvider();
        var chain = new ChainFixture(clock);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        chain.Transport.Answer(429, null, ("Retry-After", "99999999")).Then(async (_, _) =>
        {
            begun.SetResult();
            await release.Task;
            return ScriptedTransport.Response(200);
        }).Answer(200);
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());
        clock.Advance(TimeSpan.FromMinutes(61));

        var probe = chain.GetAsync();
        await begun.Task;
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());
        release.SetResult();
        await probe;
        await chain.GetAsync();

        Assert.Equal(3, chain.Transport.Sent.Count);
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
