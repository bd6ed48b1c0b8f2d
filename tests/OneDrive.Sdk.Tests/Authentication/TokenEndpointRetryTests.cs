using System.Net;
using System.Security.Authentication;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>What is tried again at the token endpoint, after how long, and what is not.</summary>
public sealed class TokenEndpointRetryTests : IDisposable
{
    private readonly SkippingTimeProvider _clock = new(due => due == TimeSpan.FromSeconds(30));
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly RecordingLoggerFactory _log = new();

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task GetTokenAsync_WhenTheFailurePasses_RepeatsUpToThreeTimes(HttpStatusCode status)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            _endpoint.Then(FakeTokenEndpoint.Json(status, "<html>gateway</html>"));
        }

        using var provider = Create();
        Assert.Equal("token-1", (await GetAsync(provider)).Value);

        Assert.Equal(4, _endpoint.Requests.Count);
        Assert.Single(_endpoint.Requests.Select(sent => sent.Headers["client-request-id"]).Distinct());
        Assert.Equal(3, _log.Of(202).Count);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheFailureStays_GivesUpAfterThreeRepetitions()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            _endpoint.Then(FakeTokenEndpoint.Json(HttpStatusCode.InternalServerError, "<html>gateway</html>"));
        }

        var failure = await FailAsync<OneDriveAuthenticationException>();

        Assert.True(failure.IsTransient);
        Assert.Contains("500, without an OAuth 2.0 error response", failure.Message, StringComparison.Ordinal);
        Assert.Equal(4, _endpoint.Requests.Count);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheConnectionBreaks_RepeatsAndTellsWhatHappened()
    {
        _endpoint.Then(new HttpRequestException(HttpRequestError.ConnectionError, "canary")).Then(new IOException("canary"))
            .Then(new HttpRequestException("canary")).Then(new HttpRequestException(HttpRequestError.NameResolutionError, "x"));

        var failure = await FailAsync<OneDriveConnectionException>();

        Assert.True(failure.IsTransient);
        Assert.Contains("NameResolutionError", failure.Message, StringComparison.Ordinal);
        Assert.Equal(4, _endpoint.Requests.Count);
        Assert.All(_log.Entries, entry => Assert.DoesNotContain("canary", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheServersCertificateIsNotTrusted_DoesNotRepeat()
    {
        _endpoint.Then(
            new HttpRequestException(
                HttpRequestError.SecureConnectionError, "x", new AuthenticationException("The certificate is invalid.")));

        var failure = await FailAsync<OneDriveConnectionException>();

        Assert.False(failure.IsTransient);
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenNoAnswerComes_GivesTheAttemptUpAfterThirtySeconds()
    {
        var clock = new ManualTimeProvider();
        _endpoint.Then(Never);
        using var provider = new ClientSecretTokenProvider(Options(), transport: _endpoint, loggerFactory: _log, timeProvider: clock);

        var token = GetAsync(provider);
        var timeout = await clock.WaitForTimerAsync(due => due > TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(30), timeout);
        clock.Advance(timeout);
        clock.Advance(await clock.WaitForTimerAsync(due => due <= TimeSpan.FromSeconds(2)));

        Assert.Equal("token-1", (await token).Value);
        Assert.Contains("no response before the timeout", Assert.Single(_log.Of(202)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheCallerCancels_EndsTheRequest()
    {
        using var cancellation = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        _endpoint.Then(async token =>
        {
            token.Register(ended.SetResult);
            arrived.SetResult();
            return await Never(token);
        });
        using var provider = new ClientSecretTokenProvider(Options(), transport: _endpoint, timeProvider: new ManualTimeProvider());

        var call = provider.GetTokenAsync(Requests.ForGraph(), cancellation.Token).AsTask();
        await arrived.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ended.Task;
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "60")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "60")]
    [InlineData(HttpStatusCode.BadRequest, "60")]
    [InlineData(HttpStatusCode.TooManyRequests, "59.2")]
    public async Task GetTokenAsync_WhenAskedToWait_WaitsInFull(HttpStatusCode status, string wish)
    {
        var refusal = FakeTokenEndpoint.Error(status, "temporarily_unavailable", 90055);
        refusal.Headers.TryAddWithoutValidation("Retry-After", wish);
        _endpoint.Then(refusal);
        using var provider = Create();

        Assert.Equal("token-1", (await GetAsync(provider)).Value);

        var wait = Assert.Single(_clock.Waits, wait => wait > TimeSpan.FromSeconds(30));
        Assert.InRange(wait, TimeSpan.FromSeconds(59.2), TimeSpan.FromSeconds(61));
    }

    [Fact]
    [Trait("Threat", "T25")]
    public async Task GetTokenAsync_WhenAskedToWaitTooLong_ThrowsAtOnceAndKeepsOthersAway()
    {
        var refusal = FakeTokenEndpoint.Error(HttpStatusCode.TooManyRequests, "temporarily_unavailable", 90055);
        refusal.Headers.TryAddWithoutValidation("Retry-After", "301");
        _endpoint.Then(refusal);
        using var provider = Create();

        var first = await Assert.ThrowsAsync<ThrottledException>(() => GetAsync(provider));
        var second = await Assert.ThrowsAsync<ThrottledException>(() => GetAsync(provider));

        Assert.Equal(TimeSpan.FromSeconds(301), first.RetryAfter);
        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.InRange(second.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(301));
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheServiceSeesALoop_StaysAwayForAMinute()
    {
        _endpoint.Then(FakeTokenEndpoint.Error(HttpStatusCode.BadRequest, "invalid_grant", 50196));

        var failure = await FailAsync<ThrottledException>();

        Assert.Equal(TimeSpan.FromSeconds(60), failure.RetryAfter);
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheNumberSaysThatItPasses_RepeatsOnce()
    {
        _endpoint.Then(FakeTokenEndpoint.Error(HttpStatusCode.BadRequest, "invalid_request", 90033))
            .Then(FakeTokenEndpoint.Error(HttpStatusCode.BadRequest, "invalid_request", 90033));

        var failure = await FailAsync<OneDriveAuthenticationException>();

        Assert.True(failure.IsTransient);
        Assert.Equal(2, _endpoint.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "invalid_scope", 70011)]
    [InlineData(HttpStatusCode.BadRequest, "unauthorized_client", 700016)]
    [InlineData(HttpStatusCode.Unauthorized, "invalid_client", 7000222)]
    public async Task GetTokenAsync_WhenTheConfigurationIsWrong_DoesNotRepeat(HttpStatusCode status, string error, int code)
    {
        _endpoint.Then(FakeTokenEndpoint.Error(status, error, code));

        var failure = await FailAsync<OneDriveAuthenticationException>();

        Assert.Equal(error, failure.Error);
        Assert.NotNull(failure.Hint);
        Assert.Single(_endpoint.Requests);
    }

    private static async Task<HttpResponseMessage> Never(CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using (cancellationToken.Register(() => never.TrySetCanceled(cancellationToken)))
        {
            return await never.Task;
        }
    }

    private static ClientSecretOptions Options() => new() { TenantId = "contoso.com", ClientId = "client-1", ClientSecret = "s3cret" };

    private static async Task<AccessToken> GetAsync(ClientSecretTokenProvider provider) =>
        await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

    private async Task<TException> FailAsync<TException>()
        where TException : Exception
    {
        using var provider = Create();
        return await Assert.ThrowsAsync<TException>(() => GetAsync(provider));
    }

    private ClientSecretTokenProvider Create() => new(Options(), null, _endpoint, _log, _clock);
}
