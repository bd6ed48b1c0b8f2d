using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>People sign in to OneDrive for Business the way of the first version: resource, discovery, one refresh token for all.</summary>
public sealed class LegacySignInTests : IAsyncLifetime
{
    private UserScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await UserScenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task AfterASignIn_TheServiceIsFoundAndTheClientReachesTheDrive()
    {
        using var flow = CreateFlow();
        await SignInAsync(flow);

        var service = await flow.FindServiceAsync("adele");
        Assert.Same(service, await flow.FindServiceAsync("adele"));

        Assert.Equal(_scenario.Emulator.SharePointEndpoint, service.EndpointUri);
        using var client = CreateClient(flow, service);
        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.DiscoverServices));
        Assert.Equal(2, _scenario.TokenRequests);
    }

    [Fact]
    public async Task WithAKnownService_NobodyIsAskedWhereTheFilesAre()
    {
        using var flow = CreateFlow(options => options.Service = Known());
        await SignInAsync(flow);

        using var client = CreateClient(flow, await flow.FindServiceAsync("adele"));

        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
        Assert.Empty(_scenario.Emulator.Traffic.Of(EmulatorOperation.DiscoverServices));
        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task TheSignInPage_IsAskedForTheResourceWithStateAndChallenge()
    {
        using var flow = CreateFlow();

        var start = await flow.BeginAsync("adele", new BeginAuthorizationOptions { LoginHint = "adele@contoso.example" });

        var query = start.Address.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(
            pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        Assert.Equal($"{_scenario.Emulator.Endpoint}common/oauth2/authorize", start.ToString());
        Assert.Equal($"{_scenario.Emulator.Endpoint}discovery/", query["resource"]);
        Assert.Equal((43, 43, "S256"), (query["state"].Length, query["code_challenge"].Length, query["code_challenge_method"]));
        Assert.DoesNotContain("scope", query.Keys);
    }

    [Fact]
    public async Task ARefusalInTheFragment_IsRead()
    {
        using var flow = CreateFlow();
        _scenario.Emulator.Faults.Add(Fault.RefuseSignIn(65004, "access_denied"));
        var location = (await _scenario.Browser.OpenAsync((await flow.BeginAsync("adele")).Address)).Location!;

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => flow.CompleteAsync("adele", AuthorizationCallback.Parse(location)));

        Assert.StartsWith("#error=", location.Fragment, StringComparison.Ordinal);
        Assert.Equal("access_denied", failure.Error);
    }

    [Fact]
    public async Task ACallbackOfSomebodyElse_IsRefused()
    {
        using var flow = CreateFlow();
        var callback = await _scenario.VisitAsync(await flow.BeginAsync("attacker"));

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.CompleteAsync("victim", callback));

        Assert.Equal(0, _scenario.TokenRequests);
    }

    [Fact]
    public async Task RefreshTokensThatAreReplaced_StayOneForAllResources()
    {
        await _scenario.DisposeAsync();
        _scenario = await UserScenario.StartAsync(options => options.RefreshTokens = EmulatorRefreshTokens.SingleUse);
        var store = new InMemoryTokenStore();
        using (var first = CreateFlow(store: store))
        {
            await SignInAsync(first);
            using var client = CreateClient(first, await first.FindServiceAsync("adele"));
            await client.Drives.GetAsync(DriveAddress.Me);
            _scenario.Clock.Advance(TimeSpan.FromHours(1));
            await client.Drives.GetAsync(DriveAddress.Me);
        }

        using var second = CreateFlow(store: store);
        using var again = CreateClient(second, await second.FindServiceAsync("adele"));

        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, (await again.Drives.GetAsync(DriveAddress.Me)).Id);
        Assert.Equal(5, _scenario.TokenRequests);
    }

    [Fact]
    public async Task AStrangerInTheListOfServices_GetsNoToken()
    {
        using var flow = CreateFlow();
        await SignInAsync(flow);
        _scenario.Emulator.Faults.Add(Fault.Status(200, body: """
            {"value":[{"capability":"MyFiles","serviceApiVersion":"v2.0","serviceResourceId":"https://attacker.example/",
            "serviceEndpointUri":"https://attacker.example/_api/v2.0"}]}
            """).On(EmulatorOperation.DiscoverServices));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.FindServiceAsync("adele"));

        Assert.Contains("AllowedHosts", failure.Hint, StringComparison.Ordinal);
        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task TokensOfThePerson_AreForTheServiceOnly()
    {
        using var flow = CreateFlow(options => options.Service = Known());
        await SignInAsync(flow);
        using var client = _scenario.CreateClient(flow.ForUser("adele", Known()));

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => client.Drives.GetAsync(DriveAddress.Me));

        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task TokensForOtherServices_DoNotOpenThisOne()
    {
        var options = new OneDriveOptions { Cloud = _scenario.Cloud, ServiceEndpoint = _scenario.Emulator.SharePointEndpoint };
        var graph = _scenario.Emulator.IssueAccessToken(_scenario.Emulator.DefaultUser);
        using var client = new OneDriveClient(
            new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken(graph, DateTimeOffset.MaxValue))), options);

        var failure = await Assert.ThrowsAsync<OneDriveApiException>(() => client.Drives.GetAsync(DriveAddress.Me));

        Assert.Equal(401, (int)failure.StatusCode);
    }

    [Fact]
    public async Task ScopesThatNameTheHost_OpenTheServiceByTheNewerSignInToo()
    {
        var origin = _scenario.Emulator.SharePointEndpoint.GetLeftPart(UriPartial.Authority);
        var flow = _scenario.WebFlow(options => options.Scopes = [$"{origin}/MyFiles.Write", "offline_access"]);
        await _scenario.SignInAsync(flow);
        var options = new OneDriveOptions
        {
            Cloud = _scenario.Cloud,
            TimeProvider = _scenario.Clock,
            ServiceEndpoint = _scenario.Emulator.SharePointEndpoint,
        };
        using var client = new OneDriveClient(flow.ForUser("adele"), options);

        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task APersonalAccount_IsSentToTheNewerSignIn()
    {
        var paula = _scenario.Emulator.AddUser(user =>
        {
            user.UserPrincipalName = "paula@outlook.example";
            user.DriveType = EmulatorDriveType.Personal;
        });
        using var flow = CreateFlow();

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => SignInAsync(flow, paula.UserPrincipalName));

        Assert.Equal("AADSTS500201", failure.AadstsCode);
        Assert.Contains("v2.0", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterSigningOut_NobodyIsSignedIn()
    {
        using var flow = CreateFlow();
        await SignInAsync(flow);
        await flow.FindServiceAsync("adele");

        Assert.Equal(new Uri(_scenario.Emulator.Endpoint, "common/oauth2/logout"), await flow.SignOutAsync("adele"));

        Assert.Null(await flow.FindAsync("adele"));
        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.FindServiceAsync("adele"));
        Assert.True(failure.RequiresSignIn);
    }

    [Fact]
    public async Task ApplicationData_ComesBackWithTheSignIn()
    {
        using var flow = CreateFlow();
        var start = await flow.BeginAsync("adele", new BeginAuthorizationOptions { ApplicationData = "destination-7" });

        var signIn = await flow.CompleteAsync("adele", await _scenario.VisitAsync(start));

        Assert.Equal("destination-7", signIn.ApplicationData);
    }

    [Fact]
    public async Task TheInjectedClient_FindsTheServiceOfItsUser()
    {
        var services = new ServiceCollection();
        services.AddOneDrive(options =>
            {
                options.Cloud = _scenario.Cloud;
                options.TimeProvider = _scenario.Clock;
                options.ServiceEndpoint = _scenario.Emulator.SharePointEndpoint;
            })
            .AddAadV1(options =>
            {
                Configure(options);
                options.UserKey = "adele";
            });
        await using var provider = services.BuildServiceProvider();
        await SignInAsync(provider.GetRequiredService<AadV1Flow>());

        var drive = await provider.GetRequiredService<IOneDriveClient>().Drives.GetAsync(DriveAddress.Me);

        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, drive.Id);
        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.DiscoverServices));
    }

    private DiscoveredService Known() =>
        new($"{_scenario.Emulator.SharePointEndpoint.GetLeftPart(UriPartial.Authority)}/", _scenario.Emulator.SharePointEndpoint);

    private async Task SignInAsync(AadV1Flow flow, string? name = null)
    {
        var start = await flow.BeginAsync("adele", new BeginAuthorizationOptions { LoginHint = name });
        await flow.CompleteAsync("adele", await _scenario.VisitAsync(start));
    }

    private OneDriveClient CreateClient(AadV1Flow flow, DiscoveredService service) => new(
        flow.ForUser("adele", service),
        new OneDriveOptions { ServiceEndpoint = service.EndpointUri, TimeProvider = _scenario.Clock });

    private AadV1Flow CreateFlow(Action<AadV1Options>? configure = null, ITokenStore? store = null)
    {
        var options = new AadV1Options();
        Configure(options);
        configure?.Invoke(options);
        return new AadV1Flow(options, store, cloud: _scenario.Cloud, timeProvider: _scenario.Clock);
    }

    private void Configure(AadV1Options options)
    {
        options.ClientId = _scenario.Application.ClientId;
        options.ClientSecret = UserScenario.Secret;
        options.RedirectUri = new Uri(UserScenario.Callback);
        options.Discovery = new ServiceDiscoveryOptions
        {
            Endpoint = new Uri(_scenario.Emulator.Endpoint, "discovery/v2.0/me/services"),
            ResourceId = $"{_scenario.Emulator.Endpoint}discovery/",
            AllowedHosts = ["localhost"],
        };
    }
}
