using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication.Legacy;

/// <summary>The discovery service is asked again as every other service of a sign-in.</summary>
public sealed class ServiceDiscoveryClientTests
{
    private static readonly AccessToken Token = new("token", DateTimeOffset.MaxValue);

    private readonly SkippingTimeProvider _clock = new(due => due == TimeSpan.FromSeconds(30));

    [Fact]
    public async Task FindFilesAsync_WhenTheServiceReturnsRetryAfter_WaitsThatLong()
    {
        using var service = new BusyService(TimeSpan.FromSeconds(90));
        using var client = new ServiceDiscoveryClient(transport: service, timeProvider: _clock);

        Assert.Equal("https://contoso-my.sharepoint.com/", (await client.FindFilesAsync(Token)).ResourceId);

        Assert.InRange(Assert.Single(_clock.Waits), TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(91));
    }

    [Fact]
    public async Task FindFilesAsync_WhenRetryAfterIsLongerThanTheLimit_DoesNotWait()
    {
        using var service = new BusyService(TimeSpan.FromMinutes(6));
        using var client = new ServiceDiscoveryClient(transport: service, timeProvider: _clock);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => client.FindFilesAsync(Token));

        Assert.Contains(": 503.", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.IsTransient);
        Assert.Empty(_clock.Waits);
    }

    /// <summary>Answers 503 once, then the list of services.</summary>
    private sealed class BusyService(TimeSpan retryAfter) : HttpMessageHandler
    {
        private int _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_requests++ == 0)
            {
                var busy = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
                busy.Headers.RetryAfter = new RetryConditionHeaderValue(retryAfter);
                return Task.FromResult(busy);
            }

            const string List = """
                {"value":[{"capability":"MyFiles","serviceApiVersion":"v2.0","serviceResourceId":"https://contoso-my.sharepoint.com/",
                  "serviceEndpointUri":"https://contoso-my.sharepoint.com/_api/v2.0"}]}
                """;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(List) });
        }
    }
}
