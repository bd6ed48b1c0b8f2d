using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>No code, verifier or token of a person shows in a log or a message, even if the endpoint throws it back at us.</summary>
public sealed class UserSignInSecrecyTests : IDisposable
{
    private const string Code = "c4nary-code-0123456789";
    private const string Refresh = "c4nary-refresh-0123456789";

    private readonly SkippingTimeProvider _clock = new(due => due == TimeSpan.FromSeconds(30));
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly RecordingLoggerFactory _log = new();
    private readonly List<AuthorizationSession> _sessions = [];

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    [Trait("Threat", "T5")]
    public async Task ARefusalThatEchoesTheForm_IsShownWithoutIt()
    {
        using var flow = CreateFlow();
        _endpoint.Then(_ => Task.FromResult(FakeTokenEndpoint.Error(
            HttpStatusCode.BadRequest,
            "invalid_grant",
            70000,
            $"code={Code} code_verifier={_sessions[0].CodeVerifier} secret=c4nary~secret")));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => SignInAsync(flow));

        AssertNoSecret(failure.ToString());
        Assert.Equal("AADSTS70000", failure.AadstsCode);
        AssertNothingLogged();
    }

    [Fact]
    public async Task ARefusalOfARefresh_IsShownWithoutTheToken()
    {
        using var flow = CreateFlow();
        _endpoint.Then(FakeTokenEndpoint.Token("c4nary-access-0123456789", $",\"refresh_token\":\"{Refresh}\",\"expires_in\":1"))
            .Then(FakeTokenEndpoint.Json(HttpStatusCode.InternalServerError, $"<html>{Refresh}</html>"))
            .Then(FakeTokenEndpoint.Error(HttpStatusCode.BadRequest, "invalid_grant", 70000, $"refresh_token={Refresh}"));
        await SignInAsync(flow);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => flow.ForUser("me").GetTokenAsync(
                new AccessTokenRequest
                {
                    Resource = new("https://graph.microsoft.com"),
                    Rejected = new AccessToken("c4nary-access-0123456789", DateTimeOffset.MaxValue),
                },
                CancellationToken.None).AsTask());

        AssertNoSecret(failure.ToString());
        AssertNothingLogged();
        Assert.NotEmpty(_log.Entries);
    }

    [Fact]
    public async Task ACallbackThatCarriesSecrets_IsShownWithoutThem()
    {
        using var flow = CreateFlow();
        await flow.BeginAsync("me");
        var callback = AuthorizationCallback.Parse(
            $"state={_sessions[0].State}&error=server_error&error_description=eyJ{new string('a', 50)}+https://x.example/?code={Code}");

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.CompleteAsync("me", callback));

        AssertNoSecret(failure.ToString());
        Assert.DoesNotContain(new string('a', 50), failure.Message, StringComparison.Ordinal);
        Assert.True(failure.IsTransient);
    }

    private AuthorizationCodeFlow CreateFlow() => new(
        new AuthorizationCodeOptions
        {
            ClientId = "client-1",
            ClientSecret = "c4nary~secret",
            RedirectUri = new Uri("https://app.example/callback"),
        },
        sessionStore: new WatchedSessions(_sessions),
        transport: _endpoint,
        loggerFactory: _log,
        timeProvider: _clock);

    private async Task SignInAsync(AuthorizationCodeFlow flow)
    {
        await flow.BeginAsync("me");
        await flow.CompleteAsync("me", AuthorizationCallback.Parse($"code={Code}&state={_sessions[^1].State}"));
    }

    private void AssertNoSecret(string text)
    {
        Assert.DoesNotContain("c4nary", text, StringComparison.OrdinalIgnoreCase);
        foreach (var session in _sessions)
        {
            Assert.DoesNotContain(session.CodeVerifier, text, StringComparison.Ordinal);
            Assert.DoesNotContain(session.State, text, StringComparison.Ordinal);
            Assert.DoesNotContain(session.Nonce, text, StringComparison.Ordinal);
        }
    }

    private void AssertNothingLogged() => Assert.All(_log.Entries, entry => AssertNoSecret(entry.Text));

    private sealed class WatchedSessions(List<AuthorizationSession> sessions) : IAuthorizationSessionStore
    {
        private readonly InMemoryAuthorizationSessionStore _inner = new();

        public Task SaveAsync(AuthorizationSession session, CancellationToken cancellationToken = default)
        {
            sessions.Add(session);
            return _inner.SaveAsync(
                new AuthorizationSession
                {
                    State = session.State,
                    Nonce = session.Nonce,
                    CodeVerifier = session.CodeVerifier,
                    Key = session.Key,
                    RedirectUri = session.RedirectUri,
                    Issuer = session.Issuer,
                    Scopes = session.Scopes,
                    Expires = DateTimeOffset.MaxValue,
                },
                cancellationToken);
        }

        public Task<AuthorizationSession?> TakeAsync(string state, CancellationToken cancellationToken = default) =>
            _inner.TakeAsync(state, cancellationToken);
    }
}
