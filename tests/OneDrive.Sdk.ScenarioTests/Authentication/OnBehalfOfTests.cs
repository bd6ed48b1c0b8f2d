using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.ScenarioTests.Authentication;

/// <summary>An API works with the files of the people who call it.</summary>
public sealed class OnBehalfOfTests : IAsyncLifetime
{
    private const string Demanded = "{\"access_token\":{\"nbf\":{\"value\":\"1\"}}}";

    private readonly ManualTimeProvider _clock = new();
    private SignInScenario _scenario = null!;
    private EmulatorApplication _api = null!;
    private EmulatorUser _bob = null!;

    public async Task InitializeAsync()
    {
        _scenario = await SignInScenario.StartAsync(_clock);
        _api = _scenario.Emulator.AddApplication(application => application.ClientSecret = "ap1~secret");
        _bob = _scenario.Emulator.AddUser(user => user.UserPrincipalName = "bob@contoso.example");
    }

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task EachPersonWhoCalls_ReachesTheirOwnDrive()
    {
        using var tokens = Create();
        using var adeles = _scenario.CreateClient(tokens.ForUser(Assertion()));
        using var bobs = _scenario.CreateClient(tokens.ForUser(Assertion(_bob)));

        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, (await adeles.Drives.GetAsync(DriveAddress.Me)).Id);
        Assert.Equal(_bob.Drive.Id, (await bobs.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task TheSameTokenOfAPerson_IsExchangedOnce()
    {
        using var tokens = Create();
        var assertion = Assertion();

        var first = await TokenAsync(tokens.ForUser(assertion));
        var second = await TokenAsync(tokens.ForUser(assertion));
        var other = await TokenAsync(tokens.ForUser(Assertion()));

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(2, _scenario.TokenRequests);
    }

    [Fact]
    public async Task AnInjectedClient_WorksForWhoeverCallsNow()
    {
        var caller = new AsyncLocal<string>();
        using var tokens = Create(options => options.UserAssertionProvider = _ => ValueTask.FromResult(caller.Value!));
        using var client = _scenario.CreateClient(tokens);

        caller.Value = Assertion();
        var adeles = await client.Drives.GetAsync(DriveAddress.Me);
        caller.Value = Assertion(_bob);
        var bobs = await client.Drives.GetAsync(DriveAddress.Me);

        Assert.Equal((_scenario.Emulator.DefaultUser.Drive.Id, _bob.Drive.Id), (adeles.Id, bobs.Id));
    }

    [Fact]
    public async Task ACertificate_ProvesTheApi()
    {
        _scenario.Emulator.RegisterCertificate(_api.ClientId, SignInScenario.Certificate);
        using var tokens = Create(options =>
        {
            options.ClientSecret = null;
            options.ClientCertificate = new ClientCertificateOptions { Certificate = SignInScenario.Certificate };
            options.Scopes = ["Files.ReadWrite.All"];
        });

        Assert.NotEmpty(await TokenAsync(tokens.ForUser(Assertion())));
    }

    [Fact]
    public async Task ATokenForAnotherApplication_IsNotExchanged()
    {
        var other = _scenario.Emulator.AddApplication();
        using var tokens = Create();

        var failure = await RefusedAsync(tokens.ForUser(_scenario.Emulator.IssueUserAssertion(other)));

        Assert.Equal("AADSTS500131", failure.AadstsCode);
        Assert.Contains("another application", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATokenForGraph_IsNotExchanged()
    {
        using var tokens = Create();

        var failure = await RefusedAsync(tokens.ForUser(_scenario.Emulator.IssueAccessToken(_scenario.Emulator.DefaultUser)));

        Assert.Equal("AADSTS500131", failure.AadstsCode);
    }

    [Fact]
    public async Task ATokenOfAnApi_DoesNotOpenGraph()
    {
        using var client = _scenario.CreateClient(
            new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken(Assertion(), DateTimeOffset.MaxValue))));

        var failure = await Assert.ThrowsAsync<OneDriveApiException>(() => client.Drives.GetAsync(DriveAddress.Me));

        Assert.Equal(401, (int)failure.StatusCode);
    }

    [Fact]
    public async Task AnOldToken_MustBeReplacedByTheCaller()
    {
        var assertion = Assertion();
        using var tokens = Create();
        var user = tokens.ForUser(assertion);
        await TokenAsync(user);
        _clock.Advance(TimeSpan.FromHours(1));

        var failure = await RefusedAsync(user);
        await RefusedAsync(user);

        Assert.Equal(("AADSTS500133", true), (failure.AadstsCode, failure.RequiresSignIn));
        Assert.DoesNotContain(assertion, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _scenario.TokenRequests);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await RefusedAsync(user);
        Assert.Equal(3, _scenario.TokenRequests);
    }

    [Fact]
    public async Task WhatTheServiceDemandsOfThePerson_ReachesTheCaller()
    {
        const string Claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
        _scenario.Emulator.Faults.Add(
            Fault.RefuseSignIn(50079, "interaction_required", "basic_action", Claims).On(EmulatorOperation.Token));
        using var tokens = Create();
        using var client = _scenario.CreateClient(tokens.ForUser(Assertion()));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => client.Drives.GetAsync(DriveAddress.Me));

        Assert.Equal((true, Claims, "basic_action"), (failure.RequiresSignIn, failure.Claims, failure.SubError));
        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task WhatGraphDemandsOfAToken_IsAskedForOnce()
    {
        using var tokens = Create();
        using var client = _scenario.CreateClient(tokens.ForUser(Assertion()));
        await client.Drives.GetAsync(DriveAddress.Me);
        _scenario.Emulator.DemandClaims(Demanded);

        await client.Drives.GetAsync(DriveAddress.Me);
        await client.Drives.GetAsync(DriveAddress.Me);

        Assert.Equal(2, _scenario.TokenRequests);
    }

    private Task<OneDriveAuthenticationException> RefusedAsync(IAccessTokenProvider user) =>
        Assert.ThrowsAsync<OneDriveAuthenticationException>(() => TokenAsync(user));

    private async Task<string> TokenAsync(IAccessTokenProvider user) =>
        (await user.GetTokenAsync(_scenario.Request(), CancellationToken.None)).Value;

    private string Assertion(EmulatorUser? user = null) => _scenario.Emulator.IssueUserAssertion(_api, user);

    private OnBehalfOfTokenProvider Create(Action<OnBehalfOfOptions>? configure = null)
    {
        var options = new OnBehalfOfOptions
        {
            TenantId = _scenario.Emulator.TenantId,
            ClientId = _api.ClientId,
            ClientSecret = "ap1~secret",
        };
        configure?.Invoke(options);
        return new OnBehalfOfTokenProvider(options, _scenario.Cloud, timeProvider: _clock);
    }
}
