using Azure;
using Azure.Core;
using Azure.Identity;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;
using AccessToken = Azure.Core.AccessToken;

namespace OneDrive.Sdk.ScenarioTests.Azure;

public sealed class AzureTokenProviderTests
{
    private static readonly Uri Graph = new("https://graph.microsoft.com");

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task GetTokenAsync_AsksForEverythingOfTheResource()
    {
        var credential = Giving("token");
        using var provider = new AzureTokenProvider(credential, new() { TimeProvider = _clock, TenantId = "contoso.example" });

        var token = await GetAsync(provider);

        Assert.Equal(("token", _clock.GetUtcNow().AddHours(1)), (token.Value, token.ExpiresOn));
        var asked = Assert.Single(credential.Asked);
        Assert.Equal("https://graph.microsoft.com/.default", Assert.Single(asked.Scopes));
        Assert.Equal(("contoso.example", true), (asked.TenantId, asked.IsCaeEnabled));
        Assert.Null(asked.Claims);
    }

    [Fact]
    public async Task GetTokenAsync_AsksForTheScopesOfTheCallerBeforeThoseOfTheOptions()
    {
        var credential = Giving("token");
        var options = new AzureTokenOptions { TimeProvider = _clock, Scopes = ["Files.Read"], EnableContinuousAccessEvaluation = false };
        using var provider = new AzureTokenProvider(credential, options);
        options.Scopes = ["Changed.Later"];

        await GetAsync(provider);
        await GetAsync(provider, scopes: ["Sites.Read.All"]);

        Assert.Equal(["Files.Read", "Sites.Read.All"], credential.Asked.SelectMany(asked => asked.Scopes));
        Assert.All(credential.Asked, asked => Assert.False(asked.IsCaeEnabled));
    }

    [Fact]
    public async Task GetTokenAsync_KeepsTheTokenUntilItIsDue()
    {
        var count = 0;
        var credential = new ScriptedCredential((_, _) => new(
            new AccessToken($"token-{++count}", _clock.GetUtcNow().AddHours(24), _clock.GetUtcNow().AddHours(12))));
        using var provider = new AzureTokenProvider(credential, new() { TimeProvider = _clock });

        Assert.Equal("token-1", (await GetAsync(provider)).Value);
        _clock.Advance(TimeSpan.FromHours(10));
        var kept = await GetAsync(provider);
        Assert.Equal(("token-1", 1), (kept.Value, count));
        Assert.Equal(TimeSpan.FromHours(12), kept.ExpiresOn - kept.RefreshOn);

        Assert.Equal("token-2", (await GetAsync(provider, rejected: kept)).Value);
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal("token-3", (await GetAsync(provider)).Value);
    }

    [Fact]
    public async Task GetTokenAsync_WithClaims_PassesThemOnAndBypassesTheCache()
    {
        const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1"}}}""";
        var credential = Giving("token");
        using var provider = new AzureTokenProvider(credential, new() { TimeProvider = _clock });
        var refused = await GetAsync(provider);

        await GetAsync(provider, refused, Claims);

        Assert.Equal([null, Claims], credential.Asked.Select(asked => asked.Claims));
    }

    [Fact]
    public async Task GetTokenAsync_WhenItIsCancelled_CancelsTheCredentialAndSaysSo()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var credential = new ScriptedCredential(async (_, token) =>
        {
            using var registration = token.Register(() => ended.SetResult());
            asked.SetResult();
            await ended.Task;
            throw new OperationCanceledException(token);
        });
        using var provider = new AzureTokenProvider(credential);
        using var cancellation = new CancellationTokenSource();

        var call = provider.GetTokenAsync(new() { Resource = Graph }, cancellation.Token).AsTask();
        await asked.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ended.Task;
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheCredentialCancelsByItself_IsAFailure()
    {
        using var provider = Failing(new OperationCanceledException("a timeout of its own"));

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => GetAsync(provider));
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheServiceRefuses_NamesTheReason()
    {
        using var provider = Failing(new AuthenticationFailedException(
            "ClientSecretCredential authentication failed: AADSTS7000215: Invalid client secret. AADSTS7000215 AADSTS x AADSTS50034"));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => GetAsync(provider));

        Assert.Equal([7000215, 50034], failure.ErrorCodes);
        Assert.Equal("AADSTS7000215", failure.AadstsCode);
        Assert.IsType<AuthenticationFailedException>(failure.InnerException);
        Assert.Equal((false, false), (failure.RequiresSignIn, failure.IsTransient));
    }

    [Fact]
    public async Task GetTokenAsync_WhenAPersonMustSignIn_SaysSo()
    {
        using var provider = Failing(new AuthenticationRequiredException("interaction", new TokenRequestContext(["x"])));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => GetAsync(provider));

        Assert.True(failure.RequiresSignIn);
        Assert.Contains("AuthenticateAsync", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheCredentialDoesNotWorkHere_HintsAtTheEnvironment()
    {
        using var provider = Failing(new CredentialUnavailableException("no managed identity endpoint"));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => GetAsync(provider));

        Assert.False(failure.RequiresSignIn);
        Assert.Contains("assigned to this machine", failure.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(400, false)]
    public async Task GetTokenAsync_WhenTheServiceIsBusy_IsTransient(int status, bool isTransient)
    {
        using var provider = Failing(new AuthenticationFailedException("failed", new RequestFailedException(status, "status")));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => GetAsync(provider));

        Assert.Equal(isTransient, failure.IsTransient);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheTokenCannotTravel_IsAFailureThatDoesNotShowIt()
    {
        using var provider = new AzureTokenProvider(Giving("CANARY\r\nX-Injected: yes"));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => GetAsync(provider));

        Assert.DoesNotContain("CANARY", failure.ToString(), StringComparison.Ordinal);
    }

    private static async Task<OneDrive.Sdk.Authentication.AccessToken> GetAsync(
        AzureTokenProvider provider,
        OneDrive.Sdk.Authentication.AccessToken? rejected = null,
        string? claims = null,
        string[]? scopes = null) =>
        await provider.GetTokenAsync(
            new() { Resource = Graph, Rejected = rejected, Claims = claims, Scopes = scopes ?? [] }, CancellationToken.None);

    private static AzureTokenProvider Failing(Exception failure) => new(new ScriptedCredential((_, _) => throw failure));

    private ScriptedCredential Giving(string token) =>
        new((_, _) => ValueTask.FromResult(new AccessToken(token, _clock.GetUtcNow().AddHours(1))));
}
