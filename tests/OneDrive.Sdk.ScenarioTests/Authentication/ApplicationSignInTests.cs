using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.ScenarioTests.Authentication;

/// <summary>Applications sign in at a token endpoint that checks secrets, signatures, claims, times and replays by itself.</summary>
public sealed class ApplicationSignInTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private SignInScenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await SignInScenario.StartAsync(_clock);

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task WithASecret_TheClientReachesTheDrive()
    {
        using var tokens = _scenario.WithSecret();

        await AssertReachesTheDriveAsync(tokens);
    }

    [Theory]
    [InlineData(ClientAssertionAlgorithm.PS256, false)]
    [InlineData(ClientAssertionAlgorithm.PS256, true)]
    [InlineData(ClientAssertionAlgorithm.RS256, false)]
    [InlineData(ClientAssertionAlgorithm.RS256, true)]
    public async Task WithACertificate_TheClientReachesTheDrive(ClientAssertionAlgorithm algorithm, bool useBuiltInSigner)
    {
        using var tokens = _scenario.WithCertificate(options =>
        {
            options.SigningAlgorithm = algorithm;
            options.UseBuiltInSigner = useBuiltInSigner;
            options.SendCertificateChain = true;
        });

        await AssertReachesTheDriveAsync(tokens);
    }

    [Fact]
    public async Task WithATokenUrl_TheTenantIsTakenFromIt()
    {
        using var tokens = _scenario.WithCertificate(options =>
        {
            options.TenantId = null;
            options.TokenUrl = new Uri(_scenario.Emulator.Endpoint, "contoso.example/oauth2/v2.0/token").AbsoluteUri;
        });

        await AssertReachesTheDriveAsync(tokens);
    }

    [Fact]
    public async Task WithTheTokenUrlOfTheRealService_AClientOfTheEmulatorSignsInAtTheEmulator()
    {
        using var tokens = _scenario.WithSecret(options =>
        {
            options.TenantId = null;
            options.TokenUrl = "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token";
        });

        await AssertReachesTheDriveAsync(tokens);
    }

    [Fact]
    public async Task ManyCallsAtOnce_ShareOneToken()
    {
        using var tokens = _scenario.WithCertificate();
        using var client = _scenario.CreateClient(tokens);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.Items.GetAsync(DriveAddress.Default.Root)));

        Assert.Equal(1, _scenario.TokenRequests);
    }

    [Fact]
    public async Task AToken_IsReplacedBeforeItExpires()
    {
        using var tokens = _scenario.WithCertificate();
        using var client = _scenario.CreateClient(tokens);

        for (var hour = 0; hour < 3; hour++)
        {
            await client.Items.GetAsync(DriveAddress.Default.Root);
            _clock.Advance(TimeSpan.FromMinutes(54));
            await client.Items.GetAsync(DriveAddress.Default.Root);
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(3, _scenario.TokenRequests);
        Assert.DoesNotContain(_scenario.Emulator.Traffic, entry => entry.StatusCode == 401);
    }

    [Fact]
    public async Task ATokenThatTheServiceRefuses_IsReplacedOnce()
    {
        using var tokens = _scenario.WithCertificate();
        using var client = _scenario.CreateClient(tokens);
        await client.Items.GetAsync(DriveAddress.Default.Root);
        _scenario.Emulator.Faults.Add(Fault.Status(401).On(EmulatorOperation.GetItem).Times(1));

        await client.Items.GetAsync(DriveAddress.Default.Root);

        Assert.Equal(2, _scenario.TokenRequests);
    }

    [Fact]
    public async Task AWrongSecret_IsNamedAndNotTriedAgain()
    {
        using var tokens = _scenario.WithSecret(options => options.ClientSecret = "wr0ng~canary-secret");

        var failure = await RefusedAsync(tokens, "AADSTS7000215");

        Assert.Contains("not its Secret ID", failure.Hint, StringComparison.Ordinal);
        Assert.Contains("Invalid client secret provided", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ClientAssertionAlgorithm.PS256)]
    [InlineData(ClientAssertionAlgorithm.RS256)]
    public async Task ACertificateThatIsNotRegistered_IsNamedByItsThumbprint(ClientAssertionAlgorithm algorithm)
    {
        using var other = SignInScenario.CreateCertificate();
        using var tokens = _scenario.WithCertificate(options =>
        {
            options.Certificate = other;
            options.SigningAlgorithm = algorithm;
        });

        var failure = await RefusedAsync(tokens, "AADSTS700027");

        Assert.Contains(other.Thumbprint, failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownApplication_GetsTheLinkForItsAdministrator()
    {
        using var tokens = _scenario.WithSecret(options => options.ClientId = "nobody");

        var failure = await RefusedAsync(tokens, "AADSTS700016");

        Assert.Contains(
            $"{_scenario.Emulator.Endpoint}{_scenario.Emulator.TenantId}/adminconsent?client_id=nobody",
            failure.Hint,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownTenant_IsNamed()
    {
        using var tokens = _scenario.WithSecret(options => options.TenantId = "fabrikam.example");

        var failure = await RefusedAsync(tokens, "AADSTS90002");

        Assert.Contains("tenant does not exist", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Common_WhenAllowed_IsTriedAndTheRefusalSaysWhatToDo()
    {
        using var tokens = _scenario.WithSecret(options =>
        {
            options.TenantId = "common";
            options.AllowCommonForAppOnly = true;
        });

        var failure = await RefusedAsync(tokens, "AADSTS9001023");

        Assert.Contains("Set the tenant by its id or domain", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedSignIn_ReachesTheCallerOfAnOperation()
    {
        using var tokens = _scenario.WithSecret(options => options.ClientSecret = "wrong");
        using var client = _scenario.CreateClient(tokens);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => client.Items.GetAsync(DriveAddress.Default.Root));

        Assert.Equal("invalid_client", failure.Error);
        Assert.Equal(1, _scenario.TokenRequests);
    }

    private async Task AssertReachesTheDriveAsync(IAccessTokenProvider tokens)
    {
        using var client = _scenario.CreateClient(tokens);

        var drive = await client.Drives.GetAsync(DriveAddress.Default);

        Assert.Equal(_scenario.Emulator.DefaultUser.Drive.Id, drive.Id);
        Assert.Equal(1, _scenario.TokenRequests);
    }

    private async Task<OneDriveAuthenticationException> RefusedAsync(IAccessTokenProvider tokens, string code)
    {
        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => tokens.GetTokenAsync(_scenario.Request(), CancellationToken.None).AsTask());

        Assert.Equal(code, failure.AadstsCode);
        Assert.NotNull(failure.CorrelationId);
        Assert.NotNull(failure.TraceId);
        Assert.Equal(1, _scenario.TokenRequests);
        return failure;
    }
}
