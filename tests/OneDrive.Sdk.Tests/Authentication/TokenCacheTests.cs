using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class TokenCacheTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly StubTokenSource _source = new();
    private readonly RecordingLoggerFactory _log = new();
    private readonly TokenCache _provider;

    public TokenCacheTests() =>
        _provider = new TokenCache(_source, isApplicationOnly: true, _clock, _log.CreateLogger(""));

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task GetTokenAsync_WhenManyAskAtOnce_SendsOneRequest()
    {
        using var barrier = new Barrier(50);
        var callers = Enumerable.Range(0, 50).Select(_ => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return GetAsync();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()).ToList();

        (await _source.NextAsync()).Land("one", In(hours: 1));
        var tokens = await Task.WhenAll(callers);

        Assert.All(tokens, token => Assert.Equal("one", token.Value));
        Assert.Equal(1, _source.Requests);
    }

    [Theory]
    [InlineData(60, 55)]
    [InlineData(20, 16)]
    [InlineData(1, 0.8)]
    public async Task GetTokenAsync_KeepsATokenUntilItsMarginBegins(double lifetime, double usable)
    {
        await FetchAsync("one", TimeSpan.FromMinutes(lifetime));

        _clock.Advance(TimeSpan.FromMinutes(usable) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("one", (await GetAsync()).Value);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("two", (await FetchAsync("two", TimeSpan.FromHours(1))).Value);
    }

    [Fact]
    [Trait("Threat", "T29")]
    public async Task GetTokenAsync_WhenTheWallClockIsSetBack_StillLetsTheTokenExpire()
    {
        await FetchAsync("one", TimeSpan.FromHours(1));

        _clock.Advance(TimeSpan.FromMinutes(56));
        _clock.SetUtcNow(_clock.GetUtcNow().AddDays(-1));

        Assert.Equal("two", (await FetchAsync("two", TimeSpan.FromHours(1))).Value);
    }

    [Fact]
    public async Task GetTokenAsync_ForAnotherResource_NeverServesTheSameToken()
    {
        await FetchAsync("one", TimeSpan.FromHours(1));

        var other = _provider.GetTokenAsync(
            new() { Resource = new Uri("https://contoso.sharepoint.com") }, CancellationToken.None).AsTask();
        (await _source.NextAsync()).Land("two", In(hours: 1));

        Assert.Equal("two", (await other).Value);
        Assert.Equal("one", (await GetAsync()).Value);
    }

    [Fact]
    public async Task GetTokenAsync_WhenOneWaiterCancels_ServesTheOthers()
    {
        using var cancellation = new CancellationTokenSource();
        var impatient = GetAsync(cancellation.Token);
        var patient = GetAsync();
        var flight = await _source.NextAsync();

        await cancellation.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.Equal(cancellation.Token, failure.CancellationToken);
        Assert.False(flight.Cancellation.IsCancellationRequested);

        flight.Land("one", In(hours: 1));
        Assert.Equal("one", (await patient).Value);
    }

    [Fact]
    public async Task GetTokenAsync_WhenAllWaitersCancel_GivesTheRequestUpAndStartsAnewForTheNextCaller()
    {
        using var cancellation = new CancellationTokenSource();
        var first = GetAsync(cancellation.Token);
        var second = GetAsync(cancellation.Token);
        var flight = await _source.NextAsync();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.True(flight.Cancellation.IsCancellationRequested);

        Assert.Equal("two", (await FetchAsync("two", TimeSpan.FromHours(1))).Value);
    }

    [Fact]
    public async Task GetTokenAsync_WhenARequestWasGivenUpButGoesOn_NeverWaitsForIt()
    {
        using var cancellation = new CancellationTokenSource();
        _source.IgnoresCancellation = true;
        var first = GetAsync(cancellation.Token);
        var abandoned = await _source.NextAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Assert.Equal("two", (await FetchAsync("two", TimeSpan.FromHours(1))).Value);
        Assert.False(abandoned.Answer.Task.IsCompleted);
    }

    [Fact]
    public async Task GetTokenAsync_WithACancelledToken_SendsNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GetAsync(new CancellationToken(canceled: true)));

        Assert.Equal(0, _source.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenRefreshIsDue_ServesTheTokenAndRefreshesOnceBehindIt()
    {
        await FetchAsync("one", TimeSpan.FromHours(24), refreshAfter: TimeSpan.FromHours(12));
        _clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal("one", (await GetAsync()).Value);
        Assert.Equal(1, _source.Requests);

        _clock.Advance(TimeSpan.FromHours(1));
        var served = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => GetAsync()));
        Assert.All(served, token => Assert.Equal("one", token.Value));

        (await _source.NextAsync()).Land("two", In(hours: 24));
        await AssertBecomesAsync("two");
        Assert.Equal(2, _source.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheRefreshFails_KeepsServingAndTriesAgainAfterAMinute()
    {
        await FetchAsync("one", TimeSpan.FromHours(24), refreshAfter: TimeSpan.FromHours(12));
        _clock.Advance(TimeSpan.FromHours(12));
        await GetAsync();
        (await _source.NextAsync()).Answer.SetException(new OneDriveConnectionException("No answer."));
        await WaitUntilAsync(() => _log.Of(203).Count == 1);

        // The request for another resource starts after one that must not start: it is the next to be seen.
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("one", (await GetAsync()).Value);
        var other = GetForSharePointAsync();
        var next = await _source.NextAsync();
        Assert.Equal("contoso.sharepoint.com", next.Request.Resource.Host);
        next.Land("other", In(hours: 24));
        await other;
        Assert.Equal(3, _source.Requests);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("one", (await GetAsync()).Value);
        (await _source.NextAsync()).Land("two", In(hours: 24));
        await AssertBecomesAsync("two");
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheTokenExpiredAndTheRequestFails_Throws()
    {
        await FetchAsync("one", TimeSpan.FromHours(1));
        _clock.Advance(TimeSpan.FromHours(1));

        var next = GetAsync();
        (await _source.NextAsync()).Answer.SetException(new OneDriveConnectionException("No answer."));
        await Assert.ThrowsAsync<OneDriveConnectionException>(() => next);

        Assert.Equal("two", (await FetchAsync("two", TimeSpan.FromHours(1))).Value);
    }

    [Fact]
    public async Task GetTokenAsync_WithARejectedToken_DropsExactlyThatTokenOnce()
    {
        var rejected = await FetchAsync("one", TimeSpan.FromHours(1));

        var callers = Enumerable.Range(0, 16)
            .Select(_ => _provider.GetTokenAsync(Requests.ForGraph(rejected), CancellationToken.None).AsTask())
            .ToList();
        (await _source.NextAsync()).Land("two", In(hours: 1));
        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("two", token.Value));

        // A call that was refused with the old token only now finds the new one.
        var late = await _provider.GetTokenAsync(Requests.ForGraph(rejected), CancellationToken.None)
            .AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("two", late.Value);
        Assert.Equal(2, _source.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WithClaims_BypassesTheCacheAndReplacesTheEntry()
    {
        var rejected = await FetchAsync("one", TimeSpan.FromHours(1));
        const string Claims = """{"access_token":{"nbf":{"value":"1"}}}""";

        var challenged = _provider.GetTokenAsync(Requests.ForGraph(claims: Claims), CancellationToken.None).AsTask();
        var flight = await _source.NextAsync();
        Assert.Equal(Claims, flight.Request.Claims);
        flight.Land("two", In(hours: 1));
        Assert.Equal("two", (await challenged).Value);

        Assert.Equal("two", (await GetAsync()).Value);
        Assert.Equal("two", (await _provider.GetTokenAsync(Requests.ForGraph(rejected, Claims), CancellationToken.None)).Value);
        Assert.Equal(2, _source.Requests);

        var again = _provider.GetTokenAsync(Requests.ForGraph(claims: Claims), CancellationToken.None).AsTask();
        (await _source.NextAsync()).Land("three", In(hours: 1));
        Assert.Equal("three", (await again).Value);
    }

    [Fact]
    public async Task GetTokenAsync_WhileTheEndpointWantsAPause_FailsAtOnceWithTheRemainingTime()
    {
        var first = GetAsync();
        (await _source.NextAsync()).Answer.SetException(
            new ThrottledException(HttpStatusCode.TooManyRequests, "Slow down.") { RetryAfter = TimeSpan.FromMinutes(10) });
        await Assert.ThrowsAsync<ThrottledException>(() => first);

        _clock.Advance(TimeSpan.FromMinutes(4));
        var failure = await Assert.ThrowsAsync<ThrottledException>(() => GetAsync());
        Assert.Equal(TimeSpan.FromMinutes(6), failure.RetryAfter);
        Assert.Equal(1, _source.Requests);

        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("two", (await FetchAsync("two", TimeSpan.FromHours(1))).Value);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheSourceCancelsItself_IsNotACancellationOfTheCaller()
    {
        var call = GetAsync();
        (await _source.NextAsync()).Answer.SetCanceled(CancellationToken.None);

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => call);
    }

    [Fact]
    public async Task Dispose_EndsWaitingCallsAndRefusesNewOnes()
    {
        var waiting = GetAsync();
        var flight = await _source.NextAsync();

        _provider.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.True(flight.Cancellation.IsCancellationRequested);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => GetAsync());
    }

    private DateTimeOffset In(double hours) => _clock.GetUtcNow().AddHours(hours);

    private async Task<AccessToken> GetAsync(CancellationToken cancellationToken = default) =>
        await _provider.GetTokenAsync(Requests.ForGraph(), cancellationToken);

    private async Task<AccessToken> GetForSharePointAsync() =>
        await _provider.GetTokenAsync(new() { Resource = new Uri("https://contoso.sharepoint.com") }, CancellationToken.None);

    private async Task<AccessToken> FetchAsync(string value, TimeSpan lifetime, TimeSpan? refreshAfter = null)
    {
        var call = GetAsync();
        var now = _clock.GetUtcNow();
        (await _source.NextAsync()).Land(value, now + lifetime, now + refreshAfter);
        return await call;
    }

    private Task AssertBecomesAsync(string value) => WaitUntilAsync(async () => (await GetAsync()).Value == value);

    private static Task WaitUntilAsync(Func<bool> condition) => WaitUntilAsync(() => Task.FromResult(condition()));

    // What happens in the background is over soon; what never happens must not hang the run.
    private static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
