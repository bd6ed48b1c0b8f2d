using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>Sign-in by the location of an issuer: who signed in is known, and believed only when it is proved.</summary>
public sealed class OpenIdSignInTests : IAsyncLifetime
{
    private UserScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await UserScenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task ByIssuer_TheAccountIsKnownAndTheDriveReached()
    {
        var flow = OpenIdFlow();

        var signIn = await _scenario.SignInAsync(flow);

        Assert.Equal($"{_scenario.Emulator.DefaultUser.Id}.{_scenario.Emulator.TenantId}", signIn.Account!.Id);
        Assert.Equal(
            ("adele@contoso.example", "Adele Vance", _scenario.Issuer),
            (signIn.Account.UserName, signIn.Account.DisplayName, signIn.Account.Issuer));
        Assert.Equal(signIn.Account.Id, (await flow.FindAsync("adele"))!.Account!.Id);
        using var client = _scenario.CreateClient(flow.ForUser("adele"));
        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task WithTheScopesOfAScanner_TheDriveIsReached()
    {
        var flow = OpenIdFlow(options =>
        {
            options.Scopes = ["openid", "profile"];
            options.AdditionalScopes = ["https://graph.microsoft.com/Files.ReadWrite"];
        });
        await _scenario.SignInAsync(flow);

        using var client = _scenario.CreateClient(flow.ForUser("adele"));
        Assert.NotNull(await client.Drives.GetAsync(DriveAddress.Me));
    }

    [Fact]
    public async Task WithTheIssuerOfTheRealService_AClientOfTheEmulatorSignsInAtTheEmulator()
    {
        var flow = OpenIdFlow(options => options.Issuer = $"https://login.microsoftonline.com/{_scenario.Emulator.TenantId}/v2.0");

        var start = await flow.BeginAsync("adele");

        Assert.Equal(_scenario.Emulator.Endpoint.Authority, start.Address.Authority);
    }

    [Theory]
    [InlineData("common")]
    [InlineData("organizations")]
    [InlineData("contoso.example")]
    public async Task UnderAWordOrADomain_ThePersonsOwnIssuerIsChecked(string tenant)
    {
        var flow = OpenIdFlow(options => options.Issuer = $"{_scenario.Emulator.Endpoint}{tenant}/v2.0");

        var signIn = await _scenario.SignInAsync(flow);

        Assert.Equal(_scenario.Issuer, signIn.Account!.Issuer);
    }

    [Fact]
    public async Task APersonalAccount_SignsInUnderConsumers()
    {
        var kim = _scenario.Emulator.AddUser(user =>
        {
            user.UserPrincipalName = "kim@outlook.example";
            user.DriveType = EmulatorDriveType.Personal;
        });
        var flow = OpenIdFlow(options => options.Issuer = $"{_scenario.Emulator.Endpoint}consumers/v2.0");

        var signIn = await _scenario.SignInAsync(flow, "kim", kim.UserPrincipalName);

        Assert.Equal($"{kim.Id}.9188040d-6c67-4c5b-b112-36a304b66dad", signIn.Account!.Id);
        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.SignInAsync(flow, "adele"));
        Assert.Equal("AADSTS50020", failure.AadstsCode);
    }

    [Fact]
    public async Task ASignInAfterTheKeysChanged_FetchesThemAgainButNotForEachUnknownOne()
    {
        var flow = OpenIdFlow();
        await _scenario.SignInAsync(flow);
        _scenario.Emulator.RotateSigningKey(withdrawOld: true);

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.SignInAsync(flow));
        Assert.Equal(1, KeyRequests);
        _scenario.Clock.Advance(TimeSpan.FromMinutes(5));
        await _scenario.SignInAsync(flow);

        Assert.Equal(2, KeyRequests);
        await _scenario.SignInAsync(flow);
        Assert.Equal(2, KeyRequests);
        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.OpenIdConfiguration));
    }

    [Fact]
    [Trait("Threat", "T24")]
    public async Task ARefreshThatNamesSomebodyElse_IsNotUsed()
    {
        var bob = _scenario.Emulator.AddUser(user => user.UserPrincipalName = "bob@contoso.example");
        var store = new InMemoryTokenStore();
        var flow = OpenIdFlow(store: store);
        await _scenario.SignInAsync(flow, "adele");
        var bobsStore = new RecordingTokenStore(new InMemoryTokenStore());
        await _scenario.SignInAsync(OpenIdFlow(store: bobsStore), "bob", bob.UserPrincipalName);
        var adeles = (await store.FindAsync(bobsStore.Saved[0].Key.Replace("3:bob", "5:adele", StringComparison.Ordinal)))!;
        await store.TrySaveAsync(
            new TokenStoreEntry
            {
                Key = adeles.Key,
                Version = adeles.Version + 1,
                RefreshToken = bobsStore.Saved[0].RefreshToken,
                Account = adeles.Account,
                Saved = adeles.Saved,
            },
            adeles.Version);
        _scenario.Clock.Advance(TimeSpan.FromHours(1));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.TokenAsync(flow));

        Assert.Contains("another account", failure.Message, StringComparison.Ordinal);
        Assert.Equal(adeles.Version + 1, (await store.FindAsync(adeles.Key))!.Version);
    }

    [Fact]
    public async Task ARefreshWhoseIdentityCannotBeChecked_StillKeepsTheNewRefreshToken()
    {
        var store = new RecordingTokenStore(new InMemoryTokenStore());
        var flow = OpenIdFlow(store: store);
        await _scenario.SignInAsync(flow);
        _scenario.Emulator.RotateSigningKey(withdrawOld: true);
        _scenario.Emulator.Faults.Add(Fault.Status(404).On(EmulatorOperation.SigningKeys).Times(1));
        _scenario.Clock.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.TokenAsync(flow));

        Assert.Equal(2, store.Saved.Count);
        Assert.NotEqual(store.Saved[0].RefreshToken, store.Saved[1].RefreshToken);
        Assert.Equal(store.Saved[0].Account!.Id, store.Saved[1].Account!.Id);
        Assert.NotNull(await _scenario.TokenAsync(flow));
    }

    [Fact]
    public async Task TokensThatTheHostObtained_AreTakenOver()
    {
        var first = new RecordingTokenStore(new InMemoryTokenStore());
        await _scenario.SignInAsync(OpenIdFlow(store: first));
        var flow = OpenIdFlow();

        var signIn = await flow.AcceptAsync("adele", new ObtainedTokens { RefreshToken = first.Saved[0].RefreshToken });

        Assert.Null(signIn.Account);
        using var client = _scenario.CreateClient(flow.ForUser("adele"));
        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task AnIssuerThatIsNotThere_IsNamed()
    {
        var flow = OpenIdFlow(options => options.Issuer = $"{_scenario.Emulator.Endpoint}fabrikam.example/v2.0");

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.BeginAsync("adele"));

        Assert.Contains("fabrikam.example/v2.0/.well-known/openid-configuration: 400", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Issuer", failure.Hint, StringComparison.Ordinal);
    }

    private int KeyRequests => _scenario.Emulator.Traffic.Of(EmulatorOperation.SigningKeys).Count;

    private AuthorizationCodeFlow OpenIdFlow(Action<AuthorizationCodeOptions>? configure = null, ITokenStore? store = null) =>
        _scenario.WebFlow(
            options =>
            {
                options.Issuer = _scenario.Issuer;
                configure?.Invoke(options);
            },
            store);
}
