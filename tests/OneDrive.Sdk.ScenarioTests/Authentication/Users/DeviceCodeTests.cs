using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>People sign in with a code that they type on another machine.</summary>
public sealed class DeviceCodeTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private UserScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await UserScenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task OnceTheCodeIsTyped_TheClientReachesThePersonsDriveAndStaysSignedIn()
    {
        var bob = _scenario.Emulator.AddUser(user => user.UserPrincipalName = "bob@contoso.example");
        var flow = _scenario.DeviceFlow();
        var prompt = await flow.BeginAsync("bob");
        var signingIn = flow.CompleteAsync(prompt);
        await PassAsync(Interval);
        await PassAsync(Interval);

        await IsWaitingAsync(Interval);
        _scenario.Emulator.ApproveDeviceCode(prompt.UserCode, bob);
        await PassAsync(Interval);

        Assert.Equal("bob", (await signingIn).Key);
        using var client = _scenario.CreateClient(flow.ForUser("bob"));
        Assert.Equal(bob.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
        _scenario.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(bob.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
        Assert.Equal(4, _scenario.TokenRequests);
    }

    [Fact]
    public async Task ThePrompt_SaysWhatToShow()
    {
        var before = _scenario.Clock.GetUtcNow();

        var prompt = await _scenario.DeviceFlow().BeginAsync("me");

        Assert.Equal([prompt.UserCode], _scenario.Emulator.WaitingDeviceCodes);
        Assert.Equal(new Uri(_scenario.Emulator.Endpoint, "devicelogin"), prompt.VerificationUri);
        Assert.Null(prompt.VerificationUriComplete);
        Assert.Equal(before + TimeSpan.FromMinutes(15), prompt.ExpiresOn);
        Assert.Equal(Interval, prompt.Interval);
        Assert.Contains(prompt.UserCode, prompt.Message, StringComparison.Ordinal);
        Assert.Contains(prompt.VerificationUri.AbsoluteUri, prompt.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(prompt.UserCode, prompt.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InOneCall_TheCodeIsShownAndAwaited()
    {
        var flow = _scenario.DeviceFlow(configure: options => options.AdditionalScopes = ["openid"]);

        var signingIn = flow.SignInAsync("me", (prompt, _) =>
        {
            _scenario.Emulator.ApproveDeviceCode(prompt.UserCode);
            return ValueTask.CompletedTask;
        });
        await PassAsync(Interval);

        Assert.Equal(_scenario.Emulator.DefaultUser.Id, (await signingIn).Account!.ObjectId);
    }

    [Fact]
    public async Task ASignInWithACode_IsTheSameAsOneInTheBrowser()
    {
        var store = new InMemoryTokenStore();
        await SignInAsync(_scenario.DeviceFlow(store));

        Assert.NotNull(await _scenario.DeviceFlow(store).FindAsync("me"));
        Assert.NotEmpty(await _scenario.TokenAsync(_scenario.DesktopFlow(store: store), "me"));
    }

    [Fact]
    public async Task AfterSigningOut_NobodyIsSignedIn()
    {
        var flow = _scenario.DeviceFlow();
        await SignInAsync(flow);

        var address = await flow.SignOutAsync("me");

        Assert.Equal(new Uri(_scenario.Emulator.Endpoint, "common/oauth2/v2.0/logout"), address);
        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            async () => await flow.ForUser("me").GetTokenAsync(_scenario.Request, CancellationToken.None));
        Assert.True(failure.RequiresSignIn);
    }

    [Fact]
    public async Task WhenAskedToSlowDown_ItStaysSlow()
    {
        _scenario.Emulator.Faults.Add(Fault.RefuseSignIn(70016, "slow_down").On(EmulatorOperation.Token));
        var flow = _scenario.DeviceFlow();
        var prompt = await flow.BeginAsync("me");
        var signingIn = flow.CompleteAsync(prompt);

        await PassAsync(Interval);
        await PassAsync(Interval * 2);
        await IsWaitingAsync(Interval * 2);
        _scenario.Emulator.ApproveDeviceCode(prompt.UserCode);
        await PassAsync(Interval * 2);

        await signingIn;
        Assert.Equal(3, _scenario.TokenRequests);
    }

    [Fact]
    public async Task TroubleThatPasses_IsWaitedOutMoreAndMoreSlowly()
    {
        _scenario.Emulator.Faults
            .Add(Fault.DropConnection().On(EmulatorOperation.Token))
            .Add(Fault.Status(500).On(EmulatorOperation.Token))
            .Add(Fault.Throttle(TimeSpan.FromSeconds(7)).On(EmulatorOperation.Token));
        var flow = _scenario.DeviceFlow();
        var prompt = await flow.BeginAsync("me");
        var signingIn = flow.CompleteAsync(prompt);

        await PassAsync(Interval);
        await PassAsync(Interval * 2);
        await PassAsync(Interval * 4);
        await PassAsync(TimeSpan.FromSeconds(7));
        await IsWaitingAsync(Interval);
        _scenario.Emulator.ApproveDeviceCode(prompt.UserCode);
        await PassAsync(Interval);

        await signingIn;
        Assert.Equal(5, _scenario.TokenRequests);
    }

    [Fact]
    public async Task APauseThatOutlastsTheCode_IsNotWaitedFor()
    {
        _scenario.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromMinutes(20)).On(EmulatorOperation.Token));
        var flow = _scenario.DeviceFlow();
        var signingIn = flow.CompleteAsync(await flow.BeginAsync("me"));

        await PassAsync(Interval);

        var failure = await Assert.ThrowsAsync<ThrottledException>(() => signingIn);
        Assert.Equal(TimeSpan.FromMinutes(20), failure.RetryAfter);
        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task APersonWhoDeclines_EndsTheWait()
    {
        var flow = _scenario.DeviceFlow();
        var prompt = await flow.BeginAsync("me");
        _scenario.Emulator.DeclineDeviceCode(prompt.UserCode);
        var signingIn = flow.CompleteAsync(prompt);

        await PassAsync(Interval);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => signingIn);
        Assert.Equal(("authorization_declined", "AADSTS65004"), (failure.Error, failure.AadstsCode));
        Assert.Null(await flow.FindAsync("me"));
    }

    [Fact]
    public async Task ACodeThatNobodyTypes_EndsTheWaitWithItsTime()
    {
        await _scenario.DisposeAsync();
        _scenario = await UserScenario.StartAsync(options => options.DeviceCodeLifetime = TimeSpan.FromSeconds(12));
        var flow = _scenario.DeviceFlow();
        var signingIn = flow.CompleteAsync(await flow.BeginAsync("me"));

        await PassAsync(Interval);
        await PassAsync(Interval);
        await PassAsync(TimeSpan.FromSeconds(2));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => signingIn);
        Assert.Equal(("expired_token", true), (failure.Error, failure.RequiresSignIn));
        Assert.Equal(2, _scenario.TokenRequests);
    }

    [Fact]
    public async Task WhenTheAnswerWithTheTokensIsLost_ThePersonMustBeginAgain()
    {
        _scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.Token));
        var flow = _scenario.DeviceFlow();
        var prompt = await flow.BeginAsync("me");
        _scenario.Emulator.ApproveDeviceCode(prompt.UserCode);
        var signingIn = flow.CompleteAsync(prompt);

        await PassAsync(Interval);
        await PassAsync(Interval * 2);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => signingIn);
        Assert.Equal(("bad_verification_code", true), (failure.Error, failure.RequiresSignIn));
    }

    [Fact]
    public async Task WhenTheCallerGivesUp_NothingMoreIsAsked()
    {
        using var cancellation = new CancellationTokenSource();
        var flow = _scenario.DeviceFlow();
        var prompt = await flow.BeginAsync("me");
        var signingIn = flow.CompleteAsync(prompt, cancellation.Token);
        await PassAsync(Interval);
        await IsWaitingAsync(Interval);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signingIn);
        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task AnApplicationThatAllowsNoPublicClients_IsToldWhatToChange()
    {
        var flow = _scenario.DeviceFlow(configure: options => options.ClientId = _scenario.Application.ClientId);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.BeginAsync("me"));

        Assert.Equal("AADSTS7000218", failure.AadstsCode);
        Assert.Contains("public client flows", failure.Hint, StringComparison.Ordinal);
    }

    /// <summary>The answer before has arrived, and the flow waits for the time of the next question.</summary>
    private Task<TimeSpan> IsWaitingAsync(TimeSpan wait) => _scenario.Clock.WaitForTimerAsync(due => due == wait);

    /// <summary>Lets the time pass that the flow waits for now.</summary>
    private async Task PassAsync(TimeSpan wait)
    {
        await IsWaitingAsync(wait);
        _scenario.Clock.Advance(wait);
    }

    private async Task SignInAsync(DeviceCodeFlow flow)
    {
        var prompt = await flow.BeginAsync("me");
        _scenario.Emulator.ApproveDeviceCode(prompt.UserCode);
        var signingIn = flow.CompleteAsync(prompt);
        await PassAsync(Interval);
        await signingIn;
    }
}
