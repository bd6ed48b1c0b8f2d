using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>What an application learns of a sign-in: its state, its account, the data that travels with it, and how it stands.</summary>
public sealed class SignInStatusTests : IAsyncLifetime
{
    private UserScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await UserScenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task OneCallback_ServesManyDestinations()
    {
        var flow = _scenario.WebFlow();
        var photos = await flow.BeginAsync("session", new BeginAuthorizationOptions { ApplicationData = "destination: photos" });
        var letters = await flow.BeginAsync("session", new BeginAuthorizationOptions { ApplicationData = "destination: letters" });

        var second = await _scenario.VisitAsync(letters);
        var first = await _scenario.VisitAsync(photos);

        Assert.Equal((photos.State, letters.State), (first.State, second.State));
        Assert.NotEqual(photos.State, letters.State);
        Assert.DoesNotContain("destination", photos.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("destination: letters", (await flow.CompleteAsync("session", second)).ApplicationData);
        Assert.Equal("destination: photos", (await flow.CompleteAsync("session", first)).ApplicationData);
        Assert.Null((await flow.FindAsync("session"))!.ApplicationData);
    }

    [Fact]
    public async Task TooMuchApplicationData_IsRefusedBeforeThePageOpens()
    {
        var options = new BeginAuthorizationOptions { ApplicationData = new string('x', 2_049) };

        await Assert.ThrowsAsync<ArgumentException>(() => _scenario.WebFlow().BeginAsync("session", options));
    }

    [Fact]
    public async Task WithDefaultScopes_TheAccountIsKnown()
    {
        var signIn = await _scenario.SignInAsync(_scenario.WebFlow());

        Assert.Equal(_scenario.Emulator.DefaultUser.Id, signIn.Account?.ObjectId);
        Assert.Equal(_scenario.Emulator.DefaultUser.UserPrincipalName, signIn.Account?.UserName);
    }

    [Fact]
    public async Task GetStatusAsync_SaysWhoSinceWhenUntilWhenAndWhetherRefused()
    {
        var store = new InMemoryTokenStore();
        var flow = _scenario.WebFlow(store: store);
        Assert.False((await flow.GetStatusAsync("adele")).IsSignedIn);
        var signedInAt = _scenario.Clock.GetUtcNow();
        await _scenario.SignInAsync(flow);

        var fresh = await flow.GetStatusAsync("adele");
        _scenario.Clock.Advance(TimeSpan.FromHours(2));
        await _scenario.TokenAsync(flow);
        var renewed = await flow.GetStatusAsync("adele");
        var ofAnotherProcess = await _scenario.WebFlow(store: store).GetStatusAsync("adele");
        _scenario.Clock.Advance(TimeSpan.FromHours(2));
        _scenario.Emulator.RevokeSignIns(_scenario.Emulator.DefaultUser);
        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.TokenAsync(flow));
        var refused = await flow.GetStatusAsync("adele");

        Assert.Equal((true, signedInAt, signedInAt, false), (fresh.IsSignedIn, fresh.SignedInAt, fresh.RenewedAt, fresh.IsRefused));
        Assert.InRange(fresh.AccessTokenExpiresAt!.Value, signedInAt.AddMinutes(30), signedInAt.AddHours(2));
        Assert.Equal((signedInAt, signedInAt.AddHours(2)), (renewed.SignedInAt, renewed.RenewedAt));
        Assert.Equal((signedInAt, (DateTimeOffset?)null), (ofAnotherProcess.SignedInAt, ofAnotherProcess.AccessTokenExpiresAt));
        Assert.Equal(_scenario.Emulator.DefaultUser.Id, refused.Account?.ObjectId);
        Assert.Equal((true, true, "invalid_grant"), (refused.IsSignedIn, refused.IsRefused, refused.Refusal!.Error));
        await _scenario.SignInAsync(flow);
        Assert.False((await flow.GetStatusAsync("adele")).IsRefused);
    }
}
