namespace OneDrive.Sdk.Tests.Authentication.OpenId;

/// <summary>Whoever answers in the place of the issuer cannot send people or codes elsewhere.</summary>
public sealed class OpenIdConfigurationTests : IDisposable
{
    private const string Host = "https://login.microsoftonline.com/";

    private readonly TestIssuer _issuer = new();

    public void Dispose() => _issuer.Dispose();

    [Theory]
    [InlineData("\"issuer\":\"https://login.microsoftonline.com/", "\"issuer\":\"https://attacker.example/")]
    [InlineData("\"issuer\":\"" + TestIssuer.Address, "\"issuer\":\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0")]
    [InlineData("\"issuer\":\"" + TestIssuer.Address, "\"issuer\":\"https://login.microsoftonline.com/{tenantid}/v2.0")]
    [InlineData("\"issuer\"", "\"other\"")]
    [InlineData("\"authorization_endpoint\":\"" + Host, "\"authorization_endpoint\":\"https://attacker.example/")]
    [InlineData("\"authorization_endpoint\":\"" + Host, "\"authorization_endpoint\":\"http://login.microsoftonline.com/")]
    [InlineData("\"authorization_endpoint\":\"" + Host, "\"authorization_endpoint\":\"https://login.microsoftonline.com.evil.example/")]
    [InlineData("\"authorization_endpoint\":\"" + Host, "\"authorization_endpoint\":\"https://login.microsoftonline.com@evil.example/")]
    [InlineData("\"token_endpoint\":\"" + Host, "\"token_endpoint\":\"https://attacker.example/")]
    [InlineData("\"token_endpoint\":\"" + Host, "\"token_endpoint\":\"/")]
    [InlineData("\"token_endpoint\"", "\"other\"")]
    [InlineData("\"jwks_uri\":\"" + Host, "\"jwks_uri\":\"https://attacker.example/")]
    [InlineData("{", "[")]
    [InlineData("{\"issuer\"", "{\"x\":[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]],\"issuer\"")]
    [Trait("Threat", "T8")]
    [Trait("Threat", "T4")]
    public async Task ResolveAsync_RefusesADocumentThatIsNotTheIssuersOwn(string good, string bad)
    {
        _issuer.Configuration = _issuer.Configuration.Replace(good, bad, StringComparison.Ordinal);
        var provider = _issuer.Provider();

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => provider.ResolveAsync(default).AsTask());

        Assert.Contains("is not valid", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "T13")]
    public async Task ResolveAsync_RefusesADocumentThatIsTooLong()
    {
        _issuer.Configuration += new string(' ', 300_000);
        var provider = _issuer.Provider();

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => provider.ResolveAsync(default).AsTask());
    }

    [Fact]
    public async Task ResolveAsync_AsksOnceADay()
    {
        var provider = _issuer.Provider();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => provider.ResolveAsync(default).AsTask()));
        _issuer.Clock.Advance(TimeSpan.FromHours(23));
        await provider.ResolveAsync(default);
        Assert.Single(_issuer.Requests);

        _issuer.Clock.Advance(TimeSpan.FromHours(1));

        var authority = await provider.ResolveAsync(default);
        Assert.Equal(2, _issuer.Requests.Count);
        Assert.Equal($"{Host}{TestIssuer.Tenant}/oauth2/v2.0/token", authority.TokenEndpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("common", "{tenantid}")]
    [InlineData("organizations", "{tenantid}")]
    [InlineData("contoso.onmicrosoft.com", TestIssuer.Tenant)]
    [InlineData("consumers", "9188040d-6c67-4c5b-b112-36a304b66dad")]
    public async Task ResolveAsync_KnowsHowWordsAndDomainsAreAnswered(string tenant, string answered)
    {
        _issuer.Configuration = _issuer.Configuration.Replace(TestIssuer.Address, $"{Host}{answered}/v2.0", StringComparison.Ordinal);
        var provider = _issuer.Provider(issuer: $"{Host}{tenant}/v2.0");

        Assert.NotNull(await provider.ResolveAsync(default));
    }
}
