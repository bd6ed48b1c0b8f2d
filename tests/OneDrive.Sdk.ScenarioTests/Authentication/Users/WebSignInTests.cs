using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>People sign in to a web application: begin, redirect, complete, work.</summary>
public sealed class WebSignInTests : IAsyncLifetime
{
    private UserScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await UserScenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Theory]
    [InlineData(AuthorizationResponseMode.Query)]
    [InlineData(AuthorizationResponseMode.FormPost)]
    public async Task AfterASignIn_TheClientReachesThePersonsDrive(AuthorizationResponseMode mode)
    {
        var flow = _scenario.WebFlow(options => options.ResponseMode = mode);

        await _scenario.SignInAsync(flow);

        using var client = _scenario.CreateClient(flow.ForUser("adele"));
        var drive = await client.Drives.GetAsync(DriveAddress.Me);
        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, drive.Id);
        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task TwoPeople_EachReachTheirOwnDrive()
    {
        var bob = _scenario.Emulator.AddUser(user => user.UserPrincipalName = "bob@contoso.example");
        var flow = _scenario.WebFlow();

        await _scenario.SignInAsync(flow, "adele");
        await _scenario.SignInAsync(flow, "bob", "bob@contoso.example");

        using var adeles = _scenario.CreateClient(flow.ForUser("adele"));
        using var bobs = _scenario.CreateClient(flow.ForUser("bob"));
        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, (await adeles.Drives.GetAsync(DriveAddress.Me)).Id);
        Assert.Equal(bob.Drive.Id, (await bobs.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task SomebodyElseUnderTheSameKey_GetsTheirOwnDrive()
    {
        var bob = _scenario.Emulator.AddUser(user => user.UserPrincipalName = "bob@contoso.example");
        var flow = _scenario.WebFlow();
        using var client = _scenario.CreateClient(flow.ForUser("key"));
        await _scenario.SignInAsync(flow, "key");
        await client.Drives.GetAsync(DriveAddress.Me);

        await _scenario.SignInAsync(flow, "key", "bob@contoso.example");

        Assert.Equal(bob.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task TheSignInPage_IsAskedForWhatTheDesignSays()
    {
        var start = await _scenario.WebFlow().BeginAsync(
            "adele", new BeginAuthorizationOptions { Prompt = "select_account", LoginHint = "a+b@contoso.example" });

        var query = start.Address.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(
            pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        Assert.Equal($"{_scenario.Emulator.Endpoint}common/oauth2/v2.0/authorize", start.ToString());
        Assert.Equal(_scenario.Application.ClientId, query["client_id"]);
        Assert.Equal(("code", "query", "S256"), (query["response_type"], query["response_mode"], query["code_challenge_method"]));
        Assert.Equal(UserScenario.Callback, query["redirect_uri"]);
        Assert.Equal("Files.ReadWrite.All offline_access User.Read openid profile", query["scope"]);
        Assert.Equal((43, 43), (query["state"].Length, query["code_challenge"].Length));
        Assert.Equal("{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}", query["claims"]);
        Assert.Equal(("select_account", "a+b@contoso.example"), (query["prompt"], query["login_hint"]));
        Assert.Equal(43, query["nonce"].Length);
    }

    [Fact]
    public async Task ACertificate_ProvesTheWebApplication()
    {
        _scenario.Emulator.RegisterCertificate(_scenario.Application.ClientId, SignInScenario.Certificate);
        var flow = _scenario.WebFlow(options =>
        {
            options.TenantId = _scenario.Emulator.TenantId;
            options.ClientSecret = null;
            options.ClientCertificate = new ClientCertificateOptions { Certificate = SignInScenario.Certificate };
        });

        await _scenario.SignInAsync(flow);

        Assert.NotEmpty(await _scenario.TokenAsync(flow));
    }

    [Fact]
    [Trait("Threat", "T6")]
    public async Task ACallback_IsGoodForOneUse()
    {
        var flow = _scenario.WebFlow();
        var start = await flow.BeginAsync("adele");
        var callback = await _scenario.VisitAsync(start);
        await flow.CompleteAsync("adele", callback);

        await AssertIsForeignAsync(flow, "adele", callback);
        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    [Trait("Threat", "T6")]
    public async Task ACallbackThatAnAttackerBegan_IsRefusedForTheVictim()
    {
        var flow = _scenario.WebFlow();
        var callback = await _scenario.VisitAsync(await flow.BeginAsync("attacker"));
        await flow.BeginAsync("victim");

        await AssertIsForeignAsync(flow, "victim", callback);
        Assert.Equal(0, _scenario.TokenRequests);
    }

    [Theory]
    [InlineData("code=x")]
    [InlineData("code=x&state=")]
    [InlineData("code=x&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    [Trait("Threat", "T6")]
    public async Task ACallbackWithoutItsState_IsRefused(string query)
    {
        var flow = _scenario.WebFlow();
        await flow.BeginAsync("adele");

        await AssertIsForeignAsync(flow, "adele", AuthorizationCallback.Parse(query));
    }

    [Fact]
    [Trait("Threat", "T6")]
    public async Task ACallbackThatComesTooLate_IsRefused()
    {
        var flow = _scenario.WebFlow();
        var start = await flow.BeginAsync("adele");
        _scenario.Clock.Advance(TimeSpan.FromMinutes(10));

        await AssertIsForeignAsync(flow, "adele", await _scenario.VisitAsync(start));
    }

    [Fact]
    [Trait("Threat", "T7")]
    public async Task ACodeOfAnotherSignIn_FailsAtItsVerifier()
    {
        var flow = _scenario.WebFlow();
        var stolen = (await _scenario.Browser.OpenAsync((await flow.BeginAsync("adele")).Address)).Location!;
        var own = (await _scenario.Browser.OpenAsync((await flow.BeginAsync("attacker")).Address)).Location!;
        var code = stolen.Query.TrimStart('?').Split('&').Single(pair => pair.StartsWith("code=", StringComparison.Ordinal));
        var state = own.Query.TrimStart('?').Split('&').Single(pair => pair.StartsWith("state=", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => flow.CompleteAsync("attacker", AuthorizationCallback.Parse($"{code}&{state}")));

        Assert.Equal("AADSTS501481", failure.AadstsCode);
        Assert.True(failure.RequiresSignIn);
        Assert.DoesNotContain(code["code=".Length..], failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "T8")]
    public async Task AnAnswerOfAnotherIssuer_IsNotRedeemed()
    {
        var flow = _scenario.WebFlow();
        var location = (await _scenario.Browser.OpenAsync((await flow.BeginAsync("adele")).Address)).Location!;

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => flow.CompleteAsync("adele", AuthorizationCallback.Parse(new Uri(location + "&iss=https%3A%2F%2Fattacker.example"))));

        Assert.Equal(0, _scenario.TokenRequests);
    }

    [Fact]
    public async Task APersonWhoDeclines_IsReportedInWords()
    {
        var flow = _scenario.WebFlow();
        _scenario.Emulator.Faults.Add(Fault.RefuseSignIn(65004, "access_denied"));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.SignInAsync(flow));

        Assert.Equal(("access_denied", "AADSTS65004"), (failure.Error, failure.AadstsCode));
        Assert.Contains("declined", failure.Hint, StringComparison.Ordinal);
        Assert.Equal(0, _scenario.TokenRequests);
    }

    [Fact]
    public async Task AMissingAdminConsent_PointsAtTheAdministrator()
    {
        var application = _scenario.Emulator.AddApplication(options =>
        {
            options.ClientSecret = UserScenario.Secret;
            options.RequiresAdminConsent = true;
            options.RedirectUris.Add(new Uri(UserScenario.Callback));
        });
        var flow = _scenario.WebFlow(options => options.ClientId = application.ClientId);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.SignInAsync(flow));
        Assert.Contains("administrator", failure.Hint, StringComparison.Ordinal);

        var consent = new Uri(_scenario.Emulator.Endpoint, $"common/adminconsent?client_id={application.ClientId}");
        Assert.Equal(HttpStatusCode.OK, (await _scenario.Browser.OpenAsync(consent)).Status);
        await _scenario.SignInAsync(flow);
    }

    [Fact]
    public async Task APublicClientWithASecret_IsToldWhatToChange()
    {
        _scenario.Emulator.RegisterRedirectUri(_scenario.Desktop.ClientId, new Uri(UserScenario.Callback));
        var flow = _scenario.WebFlow(options => options.ClientId = _scenario.Desktop.ClientId);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.SignInAsync(flow));

        Assert.Equal("AADSTS700025", failure.AadstsCode);
        Assert.Contains("public client", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWebApplicationWithoutASecret_IsToldWhatToChange()
    {
        var flow = _scenario.WebFlow(options => options.ClientSecret = null);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.SignInAsync(flow));

        Assert.Equal("AADSTS7000218", failure.AadstsCode);
    }

    [Fact]
    public async Task WhenTheAnswerToTheCodeIsLost_TheCodeIsNotSentAgain()
    {
        var flow = _scenario.WebFlow();
        _scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.Token));

        var failure = await Assert.ThrowsAsync<OneDriveConnectionException>(
            () => _scenario.SignInAsync(flow).WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.True(failure.IsTransient);
        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task WithoutOfflineAccess_TheSignInEndsWithItsToken()
    {
        var flow = _scenario.WebFlow(options => options.Scopes = ["Files.ReadWrite.All"]);
        await _scenario.SignInAsync(flow);
        Assert.NotEmpty(await _scenario.TokenAsync(flow));

        _scenario.Clock.Advance(TimeSpan.FromHours(1));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.TokenAsync(flow));
        Assert.True(failure.RequiresSignIn);
        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task WithoutASignIn_NothingIsSent()
    {
        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.TokenAsync(_scenario.WebFlow()));

        Assert.True(failure.RequiresSignIn);
        Assert.Contains("BeginAsync", failure.Hint, StringComparison.Ordinal);
        Assert.Equal(0, _scenario.TokenRequests);
    }

    [Fact]
    public async Task ScopesThatAreTooNarrow_AreRefusedByTheDrive()
    {
        var flow = _scenario.WebFlow(options => options.Scopes = ["User.Read", "offline_access"]);
        await _scenario.SignInAsync(flow);
        using var client = _scenario.CreateClient(flow.ForUser("adele"));

        var failure = await Assert.ThrowsAsync<OneDriveApiException>(() => client.Drives.GetAsync(DriveAddress.Me));

        Assert.Equal(HttpStatusCode.Forbidden, failure.StatusCode);
    }

    [Fact]
    public async Task SignOut_ForgetsTheSignInAndNamesThePage()
    {
        var flow = _scenario.WebFlow();
        await _scenario.SignInAsync(flow);
        Assert.NotNull(await flow.FindAsync("adele"));

        var page = await flow.SignOutAsync("adele");

        Assert.Null(await flow.FindAsync("adele"));
        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _scenario.TokenAsync(flow));
        Assert.Equal(HttpStatusCode.OK, (await _scenario.Browser.OpenAsync(page)).Status);
    }

    private static async Task AssertIsForeignAsync(AuthorizationCodeFlow flow, string key, AuthorizationCallback callback)
    {
        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.CompleteAsync(key, callback));
        Assert.Contains("does not match a pending sign-in", failure.Message, StringComparison.Ordinal);
    }
}
