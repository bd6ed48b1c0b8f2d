using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.SignIn;

/// <summary>Machines that share a store without a lock renew one sign-in at an issuer that takes each refresh token once.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit calls IAsyncLifetime.DisposeAsync.")]
public sealed class RefreshRaceTests : IAsyncLifetime
{
    private readonly ScriptedIssuer _issuer = new();
    private readonly object _gate = new();
    private int _good = 1;

    public Task InitializeAsync()
    {
        _issuer.IdToken();
        _issuer.Override = request => request.Is("POST", "/token") ? Refresh(request, TimeSpan.FromMilliseconds(60)) : null;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    [Fact]
    [FieldCase(
        "F25", "F3", Source = "geelen/mcp-remote#209",
        Report = "Two machines use the same refresh token at the same time; the issuer accepts each once, and rejects the second machine "
            + "before the first has saved the new token.",
        Right = "The rejected machine waits briefly for the new refresh token in the store and uses it: both get a token.")]
    public async Task GetTokenAsync_OnTwoMachines_GivesBothAToken()
    {
        for (var round = 0; round < 5; round++)
        {
            await AssertAllGetTokensAsync(machines: 2, storeDelay: TimeSpan.FromMilliseconds(20));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [FieldCase(
        "F3.more-machines", "F3", Source = "own",
        Report = "Three or four machines meet, so that one is rejected with the second token as well.",
        Right = "Each uses the newest refresh token as often as necessary.")]
    public Task GetTokenAsync_OnMoreMachines_GivesAllAToken(int machines) =>
        AssertAllGetTokensAsync(machines, storeDelay: TimeSpan.FromMilliseconds(20));

    [Fact]
    [FieldCase(
        "F3.slow-store", "F3", Source = "own",
        Report = "The store takes half a second to save, ten times as long as the response of the issuer.",
        Right = "Both machines get a token: the store is polled for about six seconds.")]
    public Task GetTokenAsync_WithASlowStore_GivesBothAToken() =>
        AssertAllGetTokensAsync(machines: 2, storeDelay: TimeSpan.FromMilliseconds(500));

    [Fact]
    [FieldCase("F25", "F3")]
    public async Task GetTokenAsync_WhenTheRefreshTokenIsReallyDead_RequiresSignInWithinSeconds()
    {
        var store = new UnlockedStore(TimeSpan.Zero);
        using var flow = _issuer.CreateFlow(WithoutIdentity, store);
        await flow.AcceptAsync("me", new ObtainedTokens { RefreshToken = "refresh-0" });
        var watch = Stopwatch.StartNew();

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => GetTokenAsync(flow));

        Assert.True(failure.RequiresSignIn);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
        Assert.Equal(1, _issuer.Service.Count("POST", "/token"));
    }

    private static void WithoutIdentity(AuthorizationCodeOptions options) => options.Scopes = ["offline_access", "Files.ReadWrite"];

    private async Task AssertAllGetTokensAsync(int machines, TimeSpan storeDelay)
    {
        var store = new UnlockedStore(storeDelay);
        var flows = Enumerable.Range(0, machines).Select(_ => _issuer.CreateFlow(WithoutIdentity, store)).ToList();
        await flows[0].AcceptAsync("me", new ObtainedTokens { RefreshToken = $"refresh-{_good}" });

        var tokens = await Task.WhenAll(flows.Select(GetTokenAsync));

        Assert.All(tokens, token => Assert.NotEmpty(token.Value));
        flows.ForEach(flow => flow.Dispose());
    }

    private async Task<AccessToken> GetTokenAsync(AuthorizationCodeFlow flow) =>
        await flow.ForUser("me").GetTokenAsync(new AccessTokenRequest { Resource = _issuer.Root }, default);

    // What is spent counts from the moment of the request; the answer comes later.
    private Answer Refresh(ScriptedRequest request, TimeSpan delay)
    {
        string? next = null;
        lock (_gate)
        {
            if (request.Text.Contains($"refresh_token=refresh-{_good}&", StringComparison.Ordinal))
            {
                next = $"refresh-{++_good}";
            }
        }

        var answer = next is null
            ? Answer.Json("""{"error":"invalid_grant","error_description":"The token was used."}""", 400)
            : _issuer.Tokens(next);
        return answer.After(Task.Delay(delay, TimeProvider.System));
    }

    /// <summary>A store like a table in a database: each access takes its time, and there is no lock.</summary>
    private sealed class UnlockedStore(TimeSpan delay) : ITokenStore
    {
        private readonly InMemoryTokenStore _entries = new();

        public async Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
        {
            var entry = await _entries.FindAsync(key, cancellationToken);
            await Task.Delay(delay, TimeProvider.System, cancellationToken);
            return entry;
        }

        public async Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
        {
            await Task.Delay(delay, TimeProvider.System, cancellationToken);
            return await _entries.TrySaveAsync(entry, expectedVersion, cancellationToken);
        }

        public Task RemoveAsync(string key, CancellationToken cancellationToken = default) => _entries.RemoveAsync(key, cancellationToken);
    }
}
