using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>A caller who leaves in the middle of a refresh does not take the new refresh token along.</summary>
public sealed class AbandonedRefreshTests : IDisposable
{
    private readonly FakeTokenEndpoint _endpoint = new();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task GetTokenAsync_WhenTheOnlyCallerLeaves_KeepsTheRefreshTokenThatIsOnItsWay()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _endpoint.Then(async cancellationToken =>
        {
            asked.SetResult();
            await answer.Task.WaitAsync(cancellationToken);
            return FakeTokenEndpoint.Token("first", ",\"refresh_token\":\"renewed\"");
        });
        using var flow = new AuthorizationCodeFlow(
            new AuthorizationCodeOptions { ClientId = "client-1", RedirectUri = new Uri("http://localhost") }, transport: _endpoint);
        await flow.AcceptAsync("me", new ObtainedTokens { RefreshToken = "spent" });
        using var leaving = new CancellationTokenSource();

        var refresh = flow.ForUser("me").GetTokenAsync(Requests.ForGraph(), leaving.Token).AsTask();
        await asked.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refresh);
        answer.SetResult();
        await flow.ForUser("me").GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        await flow.ForUser("me").GetTokenAsync(
            Requests.ForGraph(rejected: new AccessToken("first", DateTimeOffset.MaxValue)), CancellationToken.None);

        Assert.DoesNotContain(_endpoint.Requests.Skip(1), request => request["refresh_token"] == "spent");
        Assert.Equal("renewed", _endpoint.Requests[^1]["refresh_token"]);
    }
}
