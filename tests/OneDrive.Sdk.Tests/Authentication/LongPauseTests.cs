using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>The token endpoint asks for a pause that no honest one would.</summary>
public sealed class LongPauseTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly StubTokenSource _source = new();
    private readonly TokenCache _provider;

    public LongPauseTests() => _provider = new TokenCache(_source, isApplicationOnly: true, _clock, NullLogger.Instance);

    public void Dispose() => _provider.Dispose();

    [Theory]
    [InlineData(365)]
    [InlineData(2)]
    [FieldCase(
        "H2.sign-in-pause", "H2", Source = "own",
        Report = "The token endpoint returns a Retry-After of a year.",
        Right = "The sign-in waits for an hour, and then retries.")]
    public async Task GetTokenAsync_AfterAPauseOfDays_AsksAgainAfterAnHour(int days)
    {
        var first = GetAsync();
        (await _source.NextAsync()).Answer.SetException(
            new ThrottledException(HttpStatusCode.TooManyRequests, "Slow down.") { RetryAfter = TimeSpan.FromDays(days) });
        await Assert.ThrowsAsync<ThrottledException>(() => first);

        _clock.Advance(TimeSpan.FromMinutes(59));
        await Assert.ThrowsAsync<ThrottledException>(() => GetAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));

        var second = GetAsync();
        (await _source.NextAsync()).Land("two", _clock.GetUtcNow() + TimeSpan.FromHours(1));
        Assert.Equal("two", (await second).Value);
    }

    private async Task<AccessToken> GetAsync() => await _provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);
}
