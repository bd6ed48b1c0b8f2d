using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>Secrets and certificates end one day, and an application must not learn it on that day.</summary>
public sealed class CredentialExpiryTests : IDisposable
{
    private const int ExpiringEvent = 208;

    private readonly ManualTimeProvider _clock = new();
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly RecordingLoggerFactory _log = new();
    private readonly List<CredentialExpiry> _told = [];

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task ASecretThatEndsSoon_IsReportedOnceADay()
    {
        var end = _clock.GetUtcNow().AddDays(31);
        using var provider = WithSecret(end);

        await FetchAsync(provider);
        Assert.Empty(_told);

        _clock.Advance(TimeSpan.FromDays(1));
        await FetchAsync(provider);
        _clock.Advance(TimeSpan.FromHours(23));
        await FetchAsync(provider);
        var told = Assert.Single(_told);
        Assert.Equal(
            ("client secret", end, TimeSpan.FromDays(30), true), (told.Name, told.ExpiresOn, told.Remaining, told.IsExpiring));

        _clock.Advance(TimeSpan.FromHours(1));
        await FetchAsync(provider);
        Assert.Equal(2, _told.Count);
        Assert.Equal(2, _log.Of(ExpiringEvent).Count);
    }

    [Fact]
    public async Task ASecretThatHasEnded_IsReportedAndSentAllTheSame()
    {
        using var provider = WithSecret(_clock.GetUtcNow().AddDays(-1));

        await FetchAsync(provider);

        Assert.Equal(TimeSpan.Zero, Assert.Single(_told).Remaining);
        Assert.Equal("secret", Assert.Single(_endpoint.Requests)["client_secret"]);
    }

    [Fact]
    public async Task AListenerThatFails_DoesNotStandInTheWay()
    {
        using var provider = WithSecret(_clock.GetUtcNow().AddDays(1), _ => throw new InvalidOperationException("listener"));

        await FetchAsync(provider);

        Assert.Single(_endpoint.Requests);
        Assert.Single(_log.Of(209));
    }

    [Fact]
    public async Task ACertificateThatEndsSoon_IsReportedWithItsThumbprint()
    {
        using var certificate = TestCertificates.CreateRsa(notAfter: _clock.GetUtcNow().AddDays(10));
        using var provider = new ClientCertificateTokenProvider(
            new() { TenantId = "contoso.com", ClientId = "client-1", Certificate = certificate, OnExpiring = _told.Add },
            transport: _endpoint,
            loggerFactory: _log,
            timeProvider: _clock);

        await FetchAsync(provider);

        var told = Assert.Single(_told);
        Assert.Equal($"certificate {certificate.Thumbprint}", told.Name);
        Assert.Contains(certificate.Thumbprint, Assert.Single(_log.Of(ExpiringEvent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCredentialExpiryAsync_TellsTheEndWithoutARequest()
    {
        using var secret = WithSecret(_clock.GetUtcNow().AddDays(40));
        using var unknown = WithSecret(null);
        using var certificate = new ClientCertificateTokenProvider(
            new() { TenantId = "contoso.com", ClientId = "client-1", Certificate = TestCertificates.Shared },
            transport: _endpoint,
            timeProvider: _clock);

        var ofSecret = await ((IExpiringCredential)secret).GetCredentialExpiryAsync();
        var ofCertificate = await ((IExpiringCredential)certificate).GetCredentialExpiryAsync();

        Assert.Equal((TimeSpan.FromDays(40), false), (ofSecret!.Remaining, ofSecret.IsExpiring));
        Assert.Equal(TestCertificates.NotAfter, ofCertificate!.ExpiresOn);
        Assert.Null(await unknown.GetCredentialExpiryAsync());
        Assert.Empty(_endpoint.Requests);
    }

    [Fact]
    public async Task TheSecretOfAWebApplication_IsReportedToo()
    {
        using var flow = new AuthorizationCodeFlow(
            new()
            {
                ClientId = "client-1",
                ClientSecret = "secret",
                ClientSecretExpiresOn = _clock.GetUtcNow().AddDays(3),
                OnExpiring = _told.Add,
                RedirectUri = new Uri("https://app.example/callback"),
            },
            transport: _endpoint.Then(FakeTokenEndpoint.Error(HttpStatusCode.BadRequest, "invalid_grant", 70008)),
            loggerFactory: _log,
            timeProvider: _clock);
        var start = await flow.BeginAsync("adele");
        var state = start.Address.Query.Split('&').Single(part => part.Contains("state=", StringComparison.Ordinal)).Split('=')[1];

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.CompleteAsync(
            "adele", AuthorizationCallback.Parse(new Uri($"https://app.example/callback?code=c&state={state}"))));

        Assert.Equal(TimeSpan.FromDays(3), Assert.Single(_told).Remaining);
    }

    [Fact]
    public void AWarningBelowZero_IsRefused() =>
        Assert.Contains(
            "ExpiryWarning",
            Assert.Throws<ArgumentException>(() => new ClientSecretTokenProvider(
                new() { TenantId = "contoso.com", ClientId = "c", ClientSecret = "s", ExpiryWarning = TimeSpan.FromTicks(-1) })).Message,
            StringComparison.Ordinal);

    private ClientSecretTokenProvider WithSecret(DateTimeOffset? end, Action<CredentialExpiry>? onExpiring = null) => new(
        new()
        {
            TenantId = "contoso.com",
            ClientId = "client-1",
            ClientSecret = "secret",
            ClientSecretExpiresOn = end,
            OnExpiring = onExpiring ?? _told.Add,
        },
        transport: _endpoint,
        loggerFactory: _log,
        timeProvider: _clock);

    // A demand of the service goes past the cache.
    private static async Task FetchAsync(IAccessTokenProvider provider) =>
        await provider.GetTokenAsync(Requests.ForGraph(claims: "{}"), CancellationToken.None);
}
