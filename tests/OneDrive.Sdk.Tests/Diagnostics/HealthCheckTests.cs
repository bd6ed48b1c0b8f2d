using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Http;

namespace OneDrive.Sdk.Tests.Diagnostics;

public sealed class HealthCheckTests : IDisposable
{
    private readonly ServiceCollection _services = new();
    private readonly ScriptedTransport _transport = new();

    public void Dispose() => _transport.Dispose();

    [Fact]
    public async Task AClientThatCanWork_IsHealthy() => Assert.Equal(HealthStatus.Healthy, await CheckAsync(Tokens()));

    [Fact]
    public async Task WhileTheServiceAsksToPause_TheClientIsDegraded()
    {
        _transport.Answer(429, null, ("Retry-After", "3000"));

        var status = await CheckAsync(Tokens(), async client =>
            await Assert.ThrowsAsync<ThrottledException>(() => client.Drives.GetAsync(DriveAddress.Me)));

        Assert.Equal(HealthStatus.Degraded, status);
    }

    [Fact]
    public async Task WhenTheSignInFails_TheClientIsUnhealthy() => Assert.Equal(
        HealthStatus.Unhealthy, await CheckAsync(new DelegateTokenProvider((_, _) => throw new OneDriveAuthenticationException("No."))));

    [Fact]
    public async Task WhenTheSecretEndsSoon_TheClientIsDegraded()
    {
        _transport.Answer(200, """{"token_type":"Bearer","expires_in":3600,"access_token":"token"}""");
        var tokens = new ClientSecretTokenProvider(
            new ClientSecretOptions
            {
                TenantId = "contoso.onmicrosoft.com",
                ClientId = "11111111-2222-3333-4444-555555555555",
                ClientSecret = "secret",
                ClientSecretExpiresOn = TimeProvider.System.GetUtcNow().AddDays(1),
            },
            transport: _transport);

        Assert.Equal(HealthStatus.Degraded, await CheckAsync(tokens));
    }

    private async Task<HealthStatus> CheckAsync(IAccessTokenProvider tokens, Func<IOneDriveClient, Task>? act = null)
    {
        _services.AddOneDrive().AddTokenProvider(tokens).HttpClient.ConfigurePrimaryHttpMessageHandler(() => _transport);
        _services.AddHealthChecks().AddOneDrive();
        await using var provider = _services.BuildServiceProvider();
        if (act is not null)
            await act(provider.GetRequiredService<IOneDriveClient>());
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return Assert.Single(report.Entries).Value.Status;
    }

    private static DelegateTokenProvider Tokens() =>
        new((_, _) => ValueTask.FromResult(new AccessToken("token", DateTimeOffset.MaxValue)));
}
