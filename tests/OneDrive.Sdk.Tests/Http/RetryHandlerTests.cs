using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http;

public sealed class RetryHandlerTests
{
    private readonly SkippingTimeProvider _clock = new();

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2.128", 2.128)]
    [InlineData("Wed, 04 Mar 2026 05:06:17 GMT", 10)]
    public async Task A429WithRetryAfter_IsRepeatedAndNeverEarlierThanAsked(string retryAfter, double seconds)
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(429, null, ("Retry-After", retryAfter)).Answer(200);
        var started = _clock.GetUtcNow();

        await chain.GetAsync();

        Assert.Equal(2, chain.Transport.Sent.Count);
        Assert.InRange(_clock.GetUtcNow() - started, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 1));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(423)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(509)]
    public async Task AnIdempotentCall_IsRepeatedAfterEachDefaultStatus(int status)
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(status).Answer(200);

        await chain.GetAsync();

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    [Theory]
    [InlineData(423, null, 2)]
    [InlineData(429, null, 2)]
    [InlineData(503, "1", 2)]
    [InlineData(503, null, 1)]
    [InlineData(500, null, 1)]
    [InlineData(504, "1", 1)]
    [InlineData(408, null, 1)]
    public async Task APost_IsRepeatedOnlyWhenNothingWasDone(int status, string? retryAfter, int attempts)
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(status, null, retryAfter is null ? [] : [("Retry-After", retryAfter)]).Answer(200);

        if (attempts == 1)
        {
            await Assert.ThrowsAnyAsync<OneDriveApiException>(() => chain.PostAsync());
        }
        else
        {
            await chain.PostAsync();
        }

        Assert.Equal(attempts, chain.Transport.Sent.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(501)]
    [InlineData(507)]
    public async Task AnAnswerAboutTheRequestItself_IsNotRepeated(int status)
    {
        var chain = new ChainFixture(
            _clock, options => options.Retry.Mode = status == 501 ? RetryMode.WhenStatusCodeMatches : RetryMode.Any);
        chain.Transport.Answer(status);

        var exception = await Assert.ThrowsAnyAsync<OneDriveApiException>(() => chain.GetAsync());

        Assert.Equal(status, (int)exception.StatusCode);
    }

    [Fact]
    public async Task ModeNone_RepeatsNothing()
    {
        var chain = new ChainFixture(_clock, options => options.Retry.Mode = RetryMode.None);
        chain.Transport.Answer(429, null, ("Retry-After", "3"));

        var throttled = await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());
        Assert.Equal(TimeSpan.FromSeconds(3), throttled.RetryAfter);
        var broken = new ChainFixture(_clock, options => options.Retry.Mode = RetryMode.None);
        broken.Transport.Break();
        await Assert.ThrowsAsync<OneDriveConnectionException>(() => broken.GetAsync());
    }

    [Fact]
    public async Task ModeAny_RepeatsStatusesOutsideTheList()
    {
        var chain = new ChainFixture(_clock, options =>
        {
            options.Retry.Mode = RetryMode.Any;
            options.Retry.StatusCodes = new HashSet<int>();
        });
        chain.Transport.Answer(520).Answer(200);

        await chain.GetAsync();

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    [Fact]
    public async Task TheStatusCodeListOfAConfiguration_ReplacesTheDefaults()
    {
        var chain = new ChainFixture(_clock, options => options.Retry.StatusCodeList = "429|503|423");
        chain.Transport.Answer(423).Answer(200).Answer(504);

        await chain.GetAsync();
        await Assert.ThrowsAnyAsync<OneDriveApiException>(() => chain.GetAsync());
    }

    [Fact]
    public async Task WhenTheBudgetIsSpent_TheLastAnswerIsWhatTheCallerSees()
    {
        var chain = new ChainFixture(_clock, options => options.Retry.MaxRetryAttempts = 2);
        chain.Transport.Answer(429).Answer(500).Answer(
            503, """{"error":{"code":"serviceNotAvailable","message":"Busy."}}""", ("Retry-After", "17"), ("request-id", "r-1"));

        var exception = await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        Assert.Equal(TimeSpan.FromSeconds(17), exception.RetryAfter);
        Assert.Equal("GET me/drive: 503 serviceNotAvailable — Busy. (request-id r-1)", exception.Message);
        Assert.Equal(3, chain.Transport.Sent.Count);
    }

    [Fact]
    public async Task AWishLongerThanTheBudget_EndsAtOnceAndSaysWhenToComeBack()
    {
        var chain = new ChainFixture(_clock, options => options.Retry.MaxRetryAfter = TimeSpan.FromSeconds(30));
        chain.Transport.Answer(429, null, ("Retry-After", "31"));

        var exception = await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        Assert.Equal(TimeSpan.FromSeconds(31), exception.RetryAfter);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task SendAsync_WhenTheWishIsLongerThanMaxDelay_WaitsForAllOfIt()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(429, null, ("Retry-After", "200")).Answer(200);

        await chain.GetAsync();

        Assert.True(_clock.Waits[0] >= TimeSpan.FromSeconds(200));
    }

    [Fact]
    public async Task OwnDelays_DoubleUpToTheMaximum()
    {
        var chain = new ChainFixture(_clock, options => options.Retry.MaxDelay = TimeSpan.FromSeconds(4));
        chain.Transport.Answer(500).Answer(500).Answer(500).Answer(500).Answer(200);

        await chain.GetAsync();

        double[] full = [1, 2, 4, 4];
        Assert.Equal(4, _clock.Waits.Count);
        Assert.All(
            _clock.Waits.Zip(full),
            pair => Assert.InRange(pair.First.TotalSeconds, pair.Second * 0.8, Math.Min(4, pair.Second * 1.2)));
    }

    [Fact]
    public async Task AConnectionThatBreaksInTheMiddleOfTheAnswer_IsRepeated()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport
            .Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BreakingStream()) }))
            .Answer(200);

        await chain.GetAsync();

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    [Fact]
    public async Task APostWithoutAnAnswer_IsNotRepeated()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Break();

        var exception = await Assert.ThrowsAsync<OneDriveConnectionException>(() => chain.PostAsync());

        Assert.True(exception.IsTransient);
    }

    [Fact]
    public async Task TheCallersCancellation_IsNeverWrapped()
    {
        var chain = new ChainFixture(_clock);
        using var source = new CancellationTokenSource();
        chain.Transport.Then(async (_, cancellationToken) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return null!;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chain.GetAsync(source.Token));
    }

    [Fact]
    public async Task ABody_IsTheSameInEachAttempt()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(429).Answer(200);
        var call = new GraphCall<NoContent>
        {
            Operation = "Test.Call",
            Method = HttpMethod.Post,
            Path = "me/drive",
            Body = new TextBody("hello"),
            IsIdempotent = false,
        };

        await chain.Graph.SendAsync(call, CancellationToken.None);

        Assert.Equal(["hello", "hello"], chain.Transport.Sent.Select(request => request.Body));
    }

    private sealed class TextBody(string text) : ICallBody
    {
        public HttpContent ToHttpContent() => new StringContent(text);
    }

    private sealed class BreakingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was reset.");
    }
}
