using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class DelegateTokenProviderTests
{
    [Fact]
    public async Task GetTokenAsync_AsksTheDelegateEveryTime_SinceItMayAnswerForAnotherUser()
    {
        var user = "first";
        var provider = new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken(user, DateTimeOffset.MaxValue)));

        var first = await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);
        user = "second";
        var second = await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

        Assert.Equal("first", first.Value);
        Assert.Equal("second", second.Value);
        Assert.False(provider.IsApplicationOnly);
    }

    [Fact]
    public async Task GetTokenAsync_PassesRequestAndCancellationOn()
    {
        using var cancellation = new CancellationTokenSource();
        var request = Requests.ForGraph(claims: "{}");
        (AccessTokenRequest Request, CancellationToken Token) seen = default;
        var provider = new DelegateTokenProvider(
            (asked, token) =>
            {
                seen = (asked, token);
                return ValueTask.FromResult(new AccessToken("x", DateTimeOffset.MaxValue));
            },
            isApplicationOnly: true);

        await provider.GetTokenAsync(request, cancellation.Token);

        Assert.Same(request, seen.Request);
        Assert.Equal(cancellation.Token, seen.Token);
        Assert.True(provider.IsApplicationOnly);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheDelegateFails_KeepsTheCause()
    {
        var cause = new InvalidOperationException("The vault is closed.");
        var provider = new DelegateTokenProvider((_, _) => throw cause);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

        Assert.Same(cause, failure.InnerException);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheDelegateReturnsNothing_SaysSo()
    {
        var provider = new DelegateTokenProvider((_, _) => ValueTask.FromResult<AccessToken>(null!));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

        Assert.Contains("returned null instead of a token", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheCallerCancels_DoesNotWrapIt()
    {
        using var cancellation = new CancellationTokenSource();
        var provider = new DelegateTokenProvider(async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            return new AccessToken("x", DateTimeOffset.MaxValue);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), cancellation.Token).AsTask());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("tökén")]
    public void AccessToken_ThatCannotStandInAHeader_IsRefusedWithoutShowingIt(string value)
    {
        var failure = Assert.Throws<ArgumentException>(() => new AccessToken(value, DateTimeOffset.MaxValue));

        Assert.DoesNotContain("Evil", failure.Message, StringComparison.Ordinal);
    }
}
