using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.FieldTests;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http;

public sealed class ThrottleGateTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task AfterA429_OtherCallsOfTheClientWaitToo()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(429, null, ("Retry-After", "20")).Answer(200).Answer(200);
        await Assert.ThrowsAsync<ThrottledException>(() => GetOnceAsync(chain));

        var other = chain.GetAsync();
        await _clock.WaitForTimerAsync(due => due >= TimeSpan.FromSeconds(20));
        _clock.Advance(TimeSpan.FromSeconds(19.9));
        Assert.Single(chain.Transport.Sent);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await other;

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ASharedGate_HoldsBackTheClientsOfOnePrincipalOnly(bool isSamePrincipal)
    {
        var clock = new SkippingTimeProvider();
        var shared = new SharedThrottleGate();
        var first = new ChainFixture(clock, tokens: Tokens("one"), sharedGate: shared);
        var second = new ChainFixture(clock, tokens: Tokens(isSamePrincipal ? "one" : "two"), sharedGate: shared);
        first.Transport.Answer(429, null, ("Retry-After", "9"));
        second.Transport.Answer(200);

        await Assert.ThrowsAsync<ThrottledException>(() => GetOnceAsync(first));
        Assert.InRange(shared.GetRemainingWait(clock).TotalSeconds, 9, 9.1);
        await second.GetAsync();

        Assert.Equal(isSamePrincipal ? 1 : 0, clock.Waits.Count);
    }

    [Theory]
    [InlineData(423)]
    [InlineData(503)]
    public async Task ARefusalOfOneRequest_HoldsBackNoOther(int status)
    {
        var clock = new SkippingTimeProvider();
        var chain = new ChainFixture(clock);
        chain.Transport.Answer(status, null, ("Retry-After", "9")).Answer(200);

        await Assert.ThrowsAnyAsync<OneDriveApiException>(() => GetOnceAsync(chain));
        await chain.GetAsync();

        Assert.Empty(clock.Waits);
    }

    [Theory]
    [InlineData(RetryMode.None, 300)]
    [InlineData(RetryMode.WhenStatusCodeMatches, 0)]
    public async Task AClientThatWaitsForNothing_IsRefusedAtOnceWhileTheServiceAsksToPause(RetryMode mode, int maxRetryAfter)
    {
        var chain = new ChainFixture(_clock, options =>
        {
            options.Retry.Mode = mode;
            options.Retry.MaxRetryAfter = TimeSpan.FromSeconds(maxRetryAfter);
        });
        chain.Transport.Answer(429);
        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        var exception = await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        Assert.InRange(exception.RetryAfter!.Value.TotalSeconds, 0.4, 0.6);
        Assert.Single(chain.Transport.Sent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task AStepOfTheWallClock_ChangesNoWait(int hours)
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(429, null, ("Retry-After", "20")).Answer(200);
        var call = chain.GetAsync();
        await _clock.WaitForTimerAsync(due => due >= TimeSpan.FromSeconds(20));

        _clock.SetUtcNow(_clock.GetUtcNow().AddHours(hours));
        _clock.Advance(TimeSpan.FromSeconds(19.9));
        Assert.Single(chain.Transport.Sent);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await call;
    }

    [Fact]
    public async Task APauseOfAYear_IsTriedOnceAnHour()
    {
        var chain = new ChainFixture(_clock, options =>
        {
            options.Retry.MaxRetryAfter = TimeSpan.FromDays(1);
            options.Retry.MaxElapsed = TimeSpan.FromDays(1);
        });
        var year = ("Retry-After", "31536000");
        chain.Transport.Answer(429, null, year).Answer(429, null, year).Answer(200);
        await Assert.ThrowsAsync<ThrottledException>(() => GetOnceAsync(chain));
        var calls = new[] { chain.GetAsync(), chain.GetAsync() };

        _clock.Advance(TimeSpan.FromMinutes(59.9));
        Assert.Single(chain.Transport.Sent);
        _clock.Advance(TimeSpan.FromMinutes(0.2));
        var ended = await Task.WhenAny(calls).WaitAsync(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<ThrottledException>(() => ended);
        Assert.Equal(2, chain.Transport.Sent.Count);
        _clock.Advance(TimeSpan.FromMinutes(60));
        await calls.Single(call => !call.IsFaulted);
    }

    [Fact]
    public async Task APreAuthenticatedHost_HasAGateOfItsOwn()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(429, null, ("Retry-After", "31536000")).Answer(200);

        await Assert.ThrowsAsync<ThrottledException>(() => SendAnonymousAsync(chain, HttpMethod.Get));
        await chain.GetAsync();

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    [Fact]
    public async Task TheDeleteOfAnUploadSession_WaitsForNoPause()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(429, null, ("Retry-After", "600")).Answer(204);
        await Assert.ThrowsAsync<ThrottledException>(() => SendAnonymousAsync(chain, HttpMethod.Put));

        await SendAnonymousAsync(chain, HttpMethod.Delete);

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    [Fact]
    public async Task AWaitingCall_EndsWithItsCancellationAndHoldsNothing()
    {
        var chain = new ChainFixture(_clock, options => options.MaxConcurrentRequests = 1);
        chain.Transport.Answer(429, null, ("Retry-After", "60")).Answer(200);
        await Assert.ThrowsAsync<ThrottledException>(() => GetOnceAsync(chain));
        using var source = new CancellationTokenSource();
        var cancelled = chain.GetAsync(source.Token);
        var waiting = chain.GetAsync();

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _clock.Advance(TimeSpan.FromSeconds(61));
        await waiting;
    }

    [Fact]
    public async Task WhatAPersonWaitsFor_GoesBeforeBulkWork()
    {
        var chain = new ChainFixture(TimeProvider.System, options => options.MaxConcurrentRequests = 1);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var order = new List<string>();
        chain.Transport.Then(async (_, _) =>
        {
            await release.Task;
            return ScriptedTransport.Response(200);
        }).Answer(200).Answer(200);
        var first = chain.GetAsync();
        var bulk = NoteAsync("bulk", chain.Graph.AsBulk());
        var person = NoteAsync("person", chain.Graph);

        release.SetResult();
        await Task.WhenAll(first, bulk, person);

        Assert.Equal(["person", "bulk"], order);

        async Task NoteAsync(string name, GraphTransport transport)
        {
            await transport.SendAsync(ChainFixture.Call(HttpMethod.Get, isIdempotent: true), CancellationToken.None);
            lock (order)
                order.Add(name);
        }
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
            .Answer(429, null, ("Retry-After", "31536000"))
            .Answer(429, null, ("Retry-After", "31536000"))
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
        var chain = new ChainFixture(clock, options => options.Retry.MaxRetryAfter = TimeSpan.FromHours(2));
        chain.Transport.Answer(429, null, ("Retry-After", "3600")).Answer(200);
        await Assert.ThrowsAsync<ThrottledException>(() => GetOnceAsync(chain));

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
        var other = chain.GetAsync();
        Assert.Equal(2, chain.Transport.Sent.Count);
        release.SetResult();
        await Task.WhenAll(probe, other);

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
    public async Task AStreamedAnswerThatIsNotRead_HoldsUpNoOtherCall()
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
        await chain.GetAsync();

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    private static Task<NoContent> GetOnceAsync(ChainFixture chain) => chain.Graph
        .With(new CallOptions { Retry = new OneDriveRetryOptions { Mode = RetryMode.None } })
        .SendAsync(ChainFixture.Call(HttpMethod.Get, isIdempotent: true), CancellationToken.None);

    private static async Task SendAnonymousAsync(ChainFixture chain, HttpMethod method)
    {
        using var request = new HttpRequestMessage(method, "https://uploads.contoso.test/session?secret");
        var traits = new RequestTraits { Operation = "Test.Anonymous", IsAnonymous = true, IsIdempotent = true };
        using var response = await chain.Graph.SendAsync(request, traits, CancellationToken.None);
        if (response.StatusCode is HttpStatusCode.TooManyRequests)
            throw await chain.Graph.ReadErrorAsync(response, CancellationToken.None);
    }

    private static DelegateTokenProvider Tokens(string principal) =>
        new((_, _) => ValueTask.FromResult(new AccessToken("token", DateTimeOffset.MaxValue))) { PrincipalKey = principal };
}
