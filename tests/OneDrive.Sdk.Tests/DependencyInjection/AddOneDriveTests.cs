using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Http;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.DependencyInjection;

public sealed class AddOneDriveTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task TheClientWithoutAName_IsInjected_AndSendsThroughTheRegisteredTransport()
    {
        var transport = new ScriptedTransport().Answer(200, """{"id":"d"}""");
        _services.AddOneDrive().AddTokenProvider(new CountingTokens()).HttpClient.ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = _services.BuildServiceProvider();

        var drive = await provider.GetRequiredService<IOneDriveClient>().Drives.GetAsync(DriveAddress.Me);

        Assert.Equal("d", drive.Id);
        Assert.Equal("Bearer token-1", Assert.Single(transport.Sent).Authorization);
        Assert.Same(provider.GetRequiredService<IOneDriveClient>(), provider.GetRequiredService<IOneDriveClientFactory>().CreateClient(""));
    }

    [Fact]
    public async Task SignIn_GoesThroughTheRegisteredTransportToo()
    {
        var transport = new ScriptedTransport()
            .Answer(200, """{"token_type":"Bearer","expires_in":3600,"access_token":"from-the-endpoint"}""")
            .Answer(200, """{"id":"1"}""");
        _services.AddOneDrive()
            .AddClientSecret(options =>
            {
                options.TenantId = "contoso.example";
                options.ClientId = "11111111-2222-3333-4444-555555555555";
                options.ClientSecret = "secret";
            })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<IOneDriveClient>().Drives.GetAsync(DriveAddress.User("adele@contoso.example"));

        Assert.Equal(["login.microsoftonline.com", "graph.microsoft.com"], transport.Sent.Select(request => request.Address.Host));
        Assert.Equal("Bearer from-the-endpoint", transport.Sent[1].Authorization);
    }

    [Fact]
    public async Task ClientsWithNames_KeepTheirOwnSettingsAndSignIn()
    {
        var first = new ScriptedTransport().Answer(200, """{"id":"1"}""");
        var second = new ScriptedTransport().Answer(200, """{"id":"1"}""");
        _services.AddOneDrive("global", _ => { })
            .AddTokenProvider(Tokens("one")).HttpClient.ConfigurePrimaryHttpMessageHandler(() => first);
        _services.AddOneDrive("china", options => options.Cloud = OneDriveCloud.China)
            .AddTokenProvider(_ => Tokens("two")).HttpClient.ConfigurePrimaryHttpMessageHandler(() => second);
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IOneDriveClient>("global").Drives.GetAsync(DriveAddress.Me);
        await provider.GetRequiredService<IOneDriveClientFactory>().CreateClient("china").Drives.GetAsync(DriveAddress.Me);

        Assert.Equal(("graph.microsoft.com", "Bearer one"), (first.Sent[0].Address.Host, first.Sent[0].Authorization));
        Assert.Equal(("microsoftgraph.chinacloudapi.cn", "Bearer two"), (second.Sent[0].Address.Host, second.Sent[0].Authorization));
        Assert.Null(provider.GetService<IOneDriveClient>());
    }

    [Fact]
    public async Task CreateClient_ForAnotherIdentity_SharesThePipeline()
    {
        var transport = new ScriptedTransport().Answer(200, """{"id":"1"}""").Answer(200, """{"id":"1"}""");
        _services.AddOneDrive(options => options.ApplicationName = "Contoso/1.0")
            .AddTokenProvider(Tokens("app")).HttpClient.ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = _services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IOneDriveClientFactory>();

        await factory.CreateClient("", Tokens("adele")).Drives.GetAsync(DriveAddress.Me);
        await factory.CreateClient("", Tokens("bert")).Drives.GetAsync(DriveAddress.Me);

        Assert.Equal(["Bearer adele", "Bearer bert"], transport.Sent.Select(request => request.Authorization));
        Assert.All(transport.Sent, request => Assert.Equal("Contoso/1.0", request.Headers["User-Agent"]));
    }

    [Fact]
    public void CreateClient_OfAnUnknownName_NamesTheKnownOnes()
    {
        _services.AddOneDrive("reports", _ => { });
        using var provider = _services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(
            () => provider.GetRequiredService<IOneDriveClientFactory>().CreateClient("report"));

        Assert.Contains("'report'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'reports'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateClient_WithoutSignIn_SaysWhatToAdd()
    {
        _services.AddOneDrive();
        using var provider = _services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IOneDriveClient>);

        Assert.Contains("AddClientCertificate", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientsOfOnePrincipal_PauseTogetherAndNoOthers()
    {
        var first = new ScriptedTransport().Answer(429, null, ("Retry-After", "3600"));
        var other = new ScriptedTransport().Answer(200, """{"id":"d"}""");
        _services.AddOneDrive("a", _ => { }).AddTokenProvider(Tokens("a", "one"))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => first);
        _services.AddOneDrive("b", _ => { }).AddTokenProvider(Tokens("b", "one"));
        _services.AddOneDrive("c", _ => { }).AddTokenProvider(Tokens("c", "two"))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => other);
        await using var provider = _services.BuildServiceProvider();

        await Assert.ThrowsAsync<ThrottledException>(
            () => provider.GetRequiredKeyedService<IOneDriveClient>("a").Drives.GetAsync(DriveAddress.Me));
        var refused = await Assert.ThrowsAsync<ThrottledException>(
            () => provider.GetRequiredKeyedService<IOneDriveClient>("b").Drives.GetAsync(DriveAddress.Me));

        await provider.GetRequiredKeyedService<IOneDriveClient>("c").Drives.GetAsync(DriveAddress.Me);

        Assert.Contains("was not sent", refused.Message, StringComparison.Ordinal);
        Assert.True(provider.GetRequiredService<SharedThrottleGate>().GetRemainingWait() > TimeSpan.FromMinutes(50));
    }

    [Fact]
    public void WrongOptions_FailWhenTheApplicationStarts()
    {
        _services.AddOneDrive(options => options.Transfers.FragmentSize = 5_000_000).AddClientSecret(_ => { });
        using var provider = _services.BuildServiceProvider();

        var exception = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Transfers.FragmentSize", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WrongSignIn_FailsWhenTheApplicationStarts()
    {
        _services.AddOneDrive().AddClientSecret(options => options.ClientId = "app");
        using var provider = _services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("TenantId", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ClientSecret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCloudOfATokenUrl_IsTheCloudOfTheClient()
    {
        var transport = new ScriptedTransport();
        _services.AddOneDrive()
            .AddClientSecret(options =>
            {
                options.TokenUrl = "https://login.partner.microsoftonline.cn/contoso.example/oauth2/v2.0/token";
                options.ClientId = "app";
                options.ClientSecret = "secret";
            });
        await using var provider = _services.BuildServiceProvider();

        var client = (OneDriveClient)provider.GetRequiredService<IOneDriveClient>();

        using var request = new HttpRequestMessage(HttpMethod.Get, "https://graph.microsoft.com/v1.0/me");
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(request));
        Assert.Contains("microsoftgraph.chinacloudapi.cn", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TokensOfAnotherCloud_AreRefusedBeforeAnyRequest()
    {
        var options = new ClientSecretOptions { TenantId = "contoso.example", ClientId = "app", ClientSecret = "secret" };
        using var tokens = new ClientSecretTokenProvider(options, OneDriveCloud.China);

        var exception = Assert.Throws<ArgumentException>(
            () => new OneDriveClient(tokens, new OneDriveOptions { Cloud = OneDriveCloud.UsGovernmentL4 }));

        Assert.Contains("China", exception.Message, StringComparison.Ordinal);
        Assert.Contains("UsGovernmentL4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseEmulator_AcceptsLoopbackOnly()
    {
        var builder = _services.AddOneDrive();

        Assert.Throws<ArgumentException>(() => builder.UseEmulator(new Uri("http://example.com/")));
        builder.UseEmulator(new Uri("http://127.0.0.1:5005"));
        using var provider = _services.BuildServiceProvider();
        Assert.Equal(
            new Uri("http://127.0.0.1:5005/"), provider.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().Get("").Cloud.GraphEndpoint);
    }

    [Fact]
    public async Task TheHttpClientFactory_LogsNoAddress()
    {
        using var logs = new RecordingLoggerFactory();
        var transport = new ScriptedTransport().Answer(200, """{"id":"1"}""");
        _services.AddSingleton<ILoggerFactory>(logs);
        _services.AddOneDrive().AddTokenProvider(Tokens("canary-token")).HttpClient.ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = _services.BuildServiceProvider();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("me/drive?canary-query=1", UriKind.Relative));

        using var response = await provider.GetRequiredService<IOneDriveClient>().SendAsync(request);

        Assert.DoesNotContain(logs.Entries, entry => entry.Text.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public void AWrongOption_IsReportedOnce()
    {
        _services.AddOneDrive(options => options.MaxConcurrentRequests = 0).AddClientSecret(options =>
        {
            options.TenantId = "contoso.example";
            options.ClientId = "11111111-2222-3333-4444-555555555555";
            options.ClientSecret = "secret";
        });
        using var provider = _services.BuildServiceProvider();

        var exception = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        var reported = Assert.IsType<OptionsValidationException>(exception);
        Assert.Contains("MaxConcurrentRequests", Assert.Single(reported.Failures), StringComparison.Ordinal);
    }

    private static DelegateTokenProvider Tokens(string value, string? principal = null) =>
        new((_, _) => ValueTask.FromResult(new AccessToken(value, DateTimeOffset.MaxValue))) { PrincipalKey = principal };
}
