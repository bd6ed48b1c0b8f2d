using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>An assertion is dated by the clock of the endpoint that judges it.</summary>
public sealed class ClockSkewTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly RecordingLoggerFactory _log = new();

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    [Trait("Threat", "T29")]
    public async Task GetTokenAsync_WhenTheAssertionIsOutsideItsTime_RepeatsOnceByTheEndpointsClock(int minutes)
    {
        var skew = TimeSpan.FromMinutes(minutes);
        _endpoint.Then(At(skew, Refusal())).Then(At(skew, FakeTokenEndpoint.Token("t")));
        using var provider = Create();

        var token = await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

        Assert.Equal(2, _endpoint.Requests.Count);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), _endpoint.Requests[0].Assertion.Time("iat"));
        Assert.Equal((_clock.GetUtcNow() + skew).ToUnixTimeSeconds(), _endpoint.Requests[1].Assertion.Time("iat"));
        Assert.NotEqual(_endpoint.Requests[0].Assertion.Claim("jti"), _endpoint.Requests[1].Assertion.Claim("jti"));
        Assert.Equal(_clock.GetUtcNow().AddHours(1), token.ExpiresOn);
        Assert.Single(_log.Of(205));
    }

    [Fact]
    public async Task GetTokenAsync_AfterTheSkewIsKnown_DatesTheNextAssertionRightAtOnce()
    {
        var skew = TimeSpan.FromMinutes(-3);
        _endpoint.Then(At(skew, FakeTokenEndpoint.Token("one"))).Then(At(skew, FakeTokenEndpoint.Token("two")));
        using var provider = Create();

        var token = await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);
        await provider.GetTokenAsync(Requests.ForGraph(rejected: token), CancellationToken.None);

        Assert.Equal((_clock.GetUtcNow() + skew).ToUnixTimeSeconds(), _endpoint.Requests[1].Assertion.Time("iat"));
        Assert.Single(_log.Of(205));
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheCorrectionDoesNotHelp_GivesUpAfterOneMoreAttempt()
    {
        var skew = TimeSpan.FromHours(2);
        _endpoint.Then(At(skew, Refusal())).Then(At(skew, Refusal())).Then(At(skew, Refusal()));
        using var provider = Create();

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

        Assert.Equal(2, _endpoint.Requests.Count);
        Assert.Contains("clock", failure.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(59)]
    [InlineData(-59)]
    public async Task GetTokenAsync_WhenTheClocksAgree_DoesNotRepeat(int seconds)
    {
        _endpoint.Then(At(TimeSpan.FromSeconds(seconds), Refusal()));
        using var provider = Create();

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

        Assert.Single(_endpoint.Requests);
        Assert.Empty(_log.Of(205));
    }

    private static HttpResponseMessage Refusal() => FakeTokenEndpoint.Error(
        HttpStatusCode.Unauthorized, "invalid_client", 700024, "Client assertion is not within its valid time range.");

    private HttpResponseMessage At(TimeSpan skew, HttpResponseMessage response)
    {
        response.Headers.Date = _clock.GetUtcNow() + skew;
        return response;
    }

    private ClientCertificateTokenProvider Create() => new(
        new() { TenantId = "contoso.com", ClientId = "client-1", Certificate = TestCertificates.Shared },
        transport: _endpoint,
        loggerFactory: _log,
        timeProvider: _clock);
}
