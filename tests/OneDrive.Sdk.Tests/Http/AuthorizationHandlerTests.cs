using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http;

public sealed class AuthorizationHandlerTests
{
    private readonly SkippingTimeProvider _clock = new();

    [Fact]
    public async Task ACallToTheService_CarriesTheToken()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(200);

        await chain.GetAsync();

        Assert.Equal("Bearer token-1", Assert.Single(chain.Transport.Sent).Authorization);
        Assert.Equal(new Uri("https://graph.microsoft.com/"), Assert.Single(chain.Tokens.Requests).Resource);
    }

    [Fact]
    public async Task EachAttempt_AsksForItsToken()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(500).Answer(200);

        await chain.GetAsync();

        Assert.Equal(2, chain.Tokens.Requests.Count);
    }

    [Fact]
    public async Task ARefusedToken_IsReplacedOnce()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(401).Answer(200);

        await chain.GetAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], chain.Transport.Sent.Select(request => request.Authorization));
        Assert.Equal("token-1", chain.Tokens.Requests[1].Rejected?.Value);
    }

    [Fact]
    public async Task ASecondRefusal_IsTheAnswer()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(401).Answer(401);

        var exception = await Assert.ThrowsAsync<OneDriveApiException>(() => chain.GetAsync());

        Assert.Equal(401, (int)exception.StatusCode);
        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    [Fact]
    public async Task WhenNoOtherTokenIsToBeHad_TheRequestIsNotRepeated()
    {
        var chain = new ChainFixture(_clock, tokens: new SameToken());
        chain.Transport.Answer(401);

        await Assert.ThrowsAsync<OneDriveApiException>(() => chain.GetAsync());

        Assert.Single(chain.Transport.Sent);
    }

    [Theory]
    [InlineData("Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{0}\"", false)]
    [InlineData("Bearer claims={0}, error=insufficient_claims", false)]
    [InlineData("Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{0}\"", true)]
    public async Task AClaimsChallenge_IsPassedOnDecoded(string header, bool base64Url)
    {
        const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1604106651"}},"x":"?>"}""";
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims));
        if (base64Url)
        {
            encoded = encoded.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }

        var chain = new ChainFixture(_clock);
        chain.Transport
            .Answer(401, null, ("WWW-Authenticate", string.Format(System.Globalization.CultureInfo.InvariantCulture, header, encoded)))
            .Answer(200);

        await chain.GetAsync();

        Assert.Equal(Claims, chain.Tokens.Requests[1].Claims);
    }

    [Theory]
    [InlineData("Bearer error=\"invalid_token\", claims=\"e30=\"")]
    [InlineData("Bearer error=\"insufficient_claims\", claims=\"%%%\"")]
    [InlineData("Bearer error=\"insufficient_claims\", claims=\"WzFd\"")]
    [InlineData("Bearer error=\"insufficient_claims\", claims=\"e3")]
    [InlineData("Bearer ,,,,,=\"")]
    public async Task SomethingElse_IsNoClaimsChallenge(string header)
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(401, null, ("WWW-Authenticate", header)).Answer(200);

        await chain.GetAsync();

        Assert.Null(chain.Tokens.Requests[1].Claims);
    }

    [Fact]
    [Trait("Threat", "T2")]
    public async Task APreAuthenticatedAddress_GetsNeitherTokenNorDefaultHeaders()
    {
        var chain = new ChainFixture(_clock, options => options.DefaultHeaders["X-Contoso"] = "secret");
        chain.Transport.Answer(200);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://contoso.sharepoint.com/upload?tempauth=abc");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer leaked");

        using var response = await chain.Graph.SendAsync(
            request, new RequestTraits { Operation = "Content.Upload", IsAnonymous = true }, CancellationToken.None);

        var sent = Assert.Single(chain.Transport.Sent);
        Assert.Null(sent.Authorization);
        Assert.DoesNotContain("X-Contoso", sent.Headers.Keys);
        Assert.DoesNotContain("client-request-id", sent.Headers.Keys);
        Assert.Empty(chain.Tokens.Requests);
    }

    [Theory]
    [InlineData("https://graph.microsoft.com.evil.example/v1.0/me/drive")]
    [InlineData("https://graph.microsoft.com@evil.example/v1.0/me/drive")]
    [InlineData("https://evil.example/v1.0/me/drive")]
    [InlineData("http://graph.microsoft.com/v1.0/me/drive")]
    [InlineData("https://graph.microsoft.com:444/v1.0/me/drive")]
    [InlineData("https://graph.microsoft.com./v1.0/me/drive")]
    [InlineData("https://graph.microsoft.com/beta/me/drive")]
    [InlineData("https://graph.microsoft.com/v1.0/../evil")]
    [InlineData("https://user@graph.microsoft.com/v1.0/me/drive")]
    [Trait("Threat", "T1")]
    public async Task ALinkToAnotherPlace_IsNotFollowed(string link)
    {
        var chain = new ChainFixture(_clock);

        var exception = await Assert.ThrowsAsync<OneDriveConnectionException>(() => chain.Graph.FollowAsync(
            new Uri(link + "?$skiptoken=canary"), ChainFixture.Call(HttpMethod.Get, isIdempotent: true), CancellationToken.None));

        Assert.Empty(chain.Transport.Sent);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALinkBelowTheServiceRoot_IsFollowedAsItIs()
    {
        var chain = new ChainFixture(_clock);
        chain.Transport.Answer(200);

        await chain.Graph.FollowAsync(
            new Uri("https://GRAPH.microsoft.com/v1.0/me/drive/root/children?$skiptoken=a%2Bb"),
            ChainFixture.Call(HttpMethod.Get, isIdempotent: true),
            CancellationToken.None);

        Assert.Equal("/v1.0/me/drive/root/children?$skiptoken=a%2Bb", Assert.Single(chain.Transport.Sent).Address.PathAndQuery);
    }

    [Fact]
    [Trait("Threat", "T1")]
    public async Task AMessageOutsideTheRootThatIsNotMarkedAnonymous_IsNotSent()
    {
        var chain = new ChainFixture(_clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://evil.example/");

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => chain.Graph.SendAsync(request, new RequestTraits { Operation = "Test" }, CancellationToken.None));

        Assert.Empty(chain.Transport.Sent);
        Assert.Empty(chain.Tokens.Requests);
    }

    [Fact]
    public async Task FailuresAtAPreAuthenticatedAddress_NameOnlyItsOrigin()
    {
        var chain = new ChainFixture(_clock, options => options.Retry.MaxRetryAttempts = 0);
        chain.Transport.Break().Answer(404, """{"error":{"code":"itemNotFound"}}""");
        var traits = () => new RequestTraits { Operation = "Content.Upload", IsAnonymous = true };
        using var first = new HttpRequestMessage(HttpMethod.Put, "https://contoso.sharepoint.com/sessions/canary?tempauth=canary");
        using var second = new HttpRequestMessage(HttpMethod.Get, "https://contoso.sharepoint.com/sessions/canary?tempauth=canary");

        var broken = await Assert.ThrowsAsync<OneDriveConnectionException>(
            () => chain.Graph.SendAsync(first, traits(), CancellationToken.None));
        using var response = await chain.Graph.SendAsync(second, traits(), CancellationToken.None);
        var refused = await chain.Graph.ReadErrorAsync(response, CancellationToken.None);

        Assert.Contains("https://contoso.sharepoint.com", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", broken + refused.ToString(), StringComparison.Ordinal);
    }

    private sealed class SameToken : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new AccessToken("always", DateTimeOffset.MaxValue));
    }
}
