using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class InMemoryAuthorizationSessionStoreTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryAuthorizationSessionStore _store;

    public InMemoryAuthorizationSessionStoreTests() => _store = new InMemoryAuthorizationSessionStore(_clock);

    [Fact]
    public async Task TakeAsync_FromManyAtOnce_GivesTheSessionToOne()
    {
        await _store.SaveAsync(Session("state"));

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _store.TakeAsync("state"))));

        Assert.Single(taken, session => session is not null);
    }

    [Fact]
    public async Task TakeAsync_WhenTheTimeIsOver_GivesNothing()
    {
        await _store.SaveAsync(Session("state"));
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Null(await _store.TakeAsync("state"));
    }

    [Fact]
    public async Task SaveAsync_DrivesTheOldestOutBeyondTenThousand()
    {
        for (var number = 0; number <= 10_000; number++)
            await _store.SaveAsync(Session($"state-{number}"));

        Assert.Null(await _store.TakeAsync("state-0"));
        Assert.NotNull(await _store.TakeAsync("state-1"));
        Assert.NotNull(await _store.TakeAsync("state-10000"));
    }

    private AuthorizationSession Session(string state) => new()
    {
        State = state,
        Nonce = "nonce",
        CodeVerifier = "verifier",
        Key = "key",
        RedirectUri = "https://app.example/cb",
        Issuer = "https://login.example/v2.0",
        Scopes = [],
        Expires = _clock.GetUtcNow() + TimeSpan.FromMinutes(10),
    };
}
