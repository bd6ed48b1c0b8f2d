using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/extending-sign-in.md.</summary>
public sealed class ExtendingSignInTests
{
    [Fact]
    public async Task TheProvider_GetsATokenOnce_AndAnotherAfterARejection()
    {
        using var broker = new Broker();
        using var http = new HttpClient(broker) { BaseAddress = new Uri("https://broker.contoso.example/") };
        using var tokens = new CachedTokenProvider(new BrokerTokenProvider(http));
        var request = new AccessTokenRequest { Resource = new Uri("https://graph.microsoft.com") };

        var first = await tokens.GetTokenAsync(request, CancellationToken.None);
        var cached = await tokens.GetTokenAsync(request, CancellationToken.None);
        var next = await tokens.GetTokenAsync(
            new AccessTokenRequest { Resource = request.Resource, Rejected = first }, CancellationToken.None);

        Assert.Equal(("token-1", "token-1", "token-2"), (first.Value, cached.Value, next.Value));
        Assert.EndsWith("renew=True", broker.Queries[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProvider_WhenTheBrokerRefuses_ThrowsAnExceptionOfTheLibrary()
    {
        using var broker = new Broker { Status = HttpStatusCode.Forbidden };
        using var http = new HttpClient(broker) { BaseAddress = new Uri("https://broker.contoso.example/") };

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => new BrokerTokenProvider(http)
            .GetTokenAsync(new AccessTokenRequest { Resource = new Uri("https://graph.microsoft.com") }, CancellationToken.None).AsTask());

        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
    }

    internal static void Register(IServiceCollection services)
    {
        // begin: register a provider
        services.AddOneDrive().AddTokenProvider(container => new CachedTokenProvider(
            new BrokerTokenProvider(new HttpClient { BaseAddress = new Uri("https://broker.contoso.example/") }),
            container.GetService<ILoggerFactory>()));
        // end
    }

    private sealed class Broker : HttpMessageHandler
    {
        internal HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        internal List<string> Queries { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Queries.Add(request.RequestUri!.Query);
            return Task.FromResult(new HttpResponseMessage(Status)
            {
                Content = new StringContent($$"""{"token":"token-{{Queries.Count}}","expires":"2099-01-01T00:00:00Z"}"""),
            });
        }
    }
}
