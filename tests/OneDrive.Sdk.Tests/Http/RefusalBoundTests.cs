using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http;

/// <summary>How long refusals are repeated: by time, and by count when the application chose one.</summary>
public sealed class RefusalBoundTests
{
    private readonly SkippingTimeProvider _clock = new();

    [Fact]
    public async Task Refusals_AreBoundedByTimeAndNotByCount()
    {
        var chain = new ChainFixture(_clock);
        Script(chain, 429, "10", 200);
        var started = _clock.GetUtcNow();

        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        Assert.InRange((_clock.GetUtcNow() - started).TotalMinutes, 14, 15);
        Assert.InRange(chain.Transport.Sent.Count, 80, 91);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task MaxElapsed_EndsTheRefusalsOfACall(int status)
    {
        var chain = new ChainFixture(_clock, options => options.Retry.MaxElapsed = TimeSpan.FromSeconds(25));
        Script(chain, status, "10", 10);

        var exception = await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        Assert.Equal(3, chain.Transport.Sent.Count);
        Assert.Equal(TimeSpan.FromSeconds(10), exception.RetryAfter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task MaxRetryAttempts_WhenItIsSet_BoundsRefusalsToo(int attempts)
    {
        var chain = new ChainFixture(_clock, options => options.Retry.MaxRetryAttempts = attempts);
        Script(chain, 429, "1", 10);

        await Assert.ThrowsAsync<ThrottledException>(() => chain.GetAsync());

        Assert.Equal(attempts + 1, chain.Transport.Sent.Count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("Wed, 04 Mar 2020 05:06:17 GMT")]
    public async Task ARetryAfterThatAsksForNoTime_IsReplacedByOurOwn(string retryAfter)
    {
        var chain = new ChainFixture(_clock);
        Script(chain, 429, retryAfter, 3);
        chain.Transport.Answer(200);

        await chain.GetAsync();

        Assert.Equal(3, _clock.Waits.Count);
        Assert.All(
            _clock.Waits.Zip([0.5, 0.75, 1.125]),
            pair => Assert.InRange(pair.First.TotalSeconds, pair.Second * 0.79, pair.Second * 1.21));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task ConstantWaits_AreConstant(int status)
    {
        var chain = new ChainFixture(_clock, options =>
        {
            options.Retry.UseExponentialBackoff = false;
            options.Retry.BaseDelay = TimeSpan.FromSeconds(3);
        });
        Script(chain, status, null, 3);
        chain.Transport.Answer(200);

        await chain.GetAsync();

        Assert.Equal(3, _clock.Waits.Count);
        Assert.All(_clock.Waits, wait => Assert.InRange(wait.TotalSeconds, 3, 3.001));
    }

    [Theory]
    [InlineData(429, null)]
    [InlineData(429, "5")]
    [InlineData(503, "5")]
    [InlineData(423, null)]
    [InlineData(500, null)]
    public async Task MaxRetryAfterOfZero_WaitsForNothing(int status, string? retryAfter)
    {
        var chain = new ChainFixture(_clock, options => options.Retry.MaxRetryAfter = TimeSpan.Zero);
        Script(chain, status, retryAfter, 1);

        await Assert.ThrowsAnyAsync<OneDriveApiException>(() => chain.GetAsync());

        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task ACallWithOptions_IsRepeatedAsTheySayAndTheClientIsNotChanged()
    {
        var chain = new ChainFixture(_clock);
        Script(chain, 429, "1", 2);
        chain.Transport.Answer(200);
        var view = chain.Graph.With(new CallOptions { MaxElapsed = TimeSpan.Zero });

        await Assert.ThrowsAsync<ThrottledException>(
            () => view.SendAsync(ChainFixture.Call(HttpMethod.Get, isIdempotent: true), CancellationToken.None));
        await chain.GetAsync();

        Assert.Equal(3, chain.Transport.Sent.Count);
    }

    private static void Script(ChainFixture chain, int status, string? retryAfter, int count)
    {
        for (var index = 0; index < count; index++)
            chain.Transport.Answer(status, null, retryAfter is null ? [] : [("Retry-After", retryAfter)]);
    }
}
