using System.Diagnostics.CodeAnalysis;
using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.SignIn;

/// <summary>What an issuer publishes, and what its token endpoint answers, with texts that no honest one has.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit calls IAsyncLifetime.DisposeAsync.")]
public sealed class HostileDocumentsTests : IAsyncLifetime
{
    private readonly ScriptedIssuer _issuer = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    [Theory]
    [InlineData("\"jwks_uri\": null")]
    [InlineData("\"jwks_uri\": 1")]
    [InlineData("\"jwks_uri\": \"\\ud83d\"")]
    [InlineData("\"jwks_uri\": \"\"")]
    [InlineData("\"jwks_uri\": \"https://[\"")]
    [InlineData("\"token_endpoint\": null")]
    [InlineData("\"authorization_endpoint\": {}")]
    [InlineData("\"issuer\": null")]
    [InlineData("\"issuer\": \"\\udc00\"")]
    [InlineData("\"issuer\": []")]
    [FieldCase(
        "H20", "H4", Source = "own",
        Report = "The OpenID configuration contains null, a number or invalid Unicode instead of an address.",
        Right = "An `OneDriveAuthenticationException` contains the name of the member.")]
    public async Task BeginAsync_WithABrokenConfiguration_IsATypedError(string member)
    {
        var name = member.Split('"')[1];
        var members = _issuer.ConfigurationJson.TrimEnd('}').Split(',');
        var json = string.Join(',', members.Where(one => !one.Contains($"\"{name}\"", StringComparison.Ordinal)));
        json = (json.StartsWith('{') ? json : "{" + json) + "," + member + "}";
        await AssertConfigurationIsRefusedAsync(json);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{\"\\ud83d\":1}")]
    [InlineData("<html>")]
    [FieldCase("H20", "H4")]
    public Task BeginAsync_WithWhatIsNoConfiguration_IsATypedError(string document) => AssertConfigurationIsRefusedAsync(document);

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":\"\\ud83d\",\"e\":\"AQAB\"}")]
    [InlineData("{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":null,\"e\":\"AQAB\"}")]
    [InlineData("{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":\"NNNN\",\"e\":\"AA\"}")]
    [InlineData("{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":\"MMMM\",\"e\":\"AQAB\"}")]
    [InlineData("{\"\\ud83dd\":1,\"kty\":\"RSA\",\"k\\ud83d\":1}")]
    [InlineData("{\"kty\":\"RSA\",\"kid\":\"\\udfff\"}")]
    [InlineData("{\"kty\":\"EC\",\"kid\":\"k1\",\"x\":[[[[[[[[[[[[1]]]]]]]]]]]]}")]
    [FieldCase("H20", "H4")]
    [FieldCase(
        "H1.broken-key", "H1", Source = "own",
        Report = "One of the issuer's keys is null, not a key, not valid Unicode, or not a valid RSA key.",
        Right = "That key is ignored; tokens signed with another key are valid.")]
    public async Task SignIn_WithOneBrokenKey_UsesTheOthers(string key)
    {
        // The letters N and M stand for a modulus that is even, and for one that is too long.
        key = key.Replace("NNNN", new string('A', 342), StringComparison.Ordinal);
        key = key.Replace("MMMM", new string('w', 20_000), StringComparison.Ordinal);
        _issuer.Override = request => request.Is("GET", "/keys") ? Answer.Json($$"""{"keys":[{{key}},{{_issuer.KeyJson}}]}""") : null;
        using var flow = _issuer.CreateFlow();

        Assert.NotNull((await _issuer.SignInAsync(flow)).Account);
    }

    [Theory]
    [InlineData("{\"keys\":null}")]
    [InlineData("{\"keys\":{}}")]
    [InlineData("[]")]
    [InlineData("{\"ke\\ud83d\":[]}")]
    [InlineData("nothing")]
    [FieldCase("H20", "H4")]
    public async Task SignIn_WithWhatIsNoSetOfKeys_IsATypedError(string document)
    {
        _issuer.Override = request => request.Is("GET", "/keys") ? Answer.Json(document) : null;
        using var flow = _issuer.CreateFlow();

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _issuer.SignInAsync(flow));
    }

    [Theory]
    [InlineData("{\"\\ud83d\":1}", 200)]
    [InlineData("{\"error_cod\\ud83d\":1,\"expires_i\\ud83d\":1}", 400)]
    [InlineData("{\"access_token\":\"\\ud83d\",\"token_type\":\"Bearer\"}", 200)]
    [InlineData("{\"access_token\":\"a\\r\\nX: y\",\"token_type\":\"Bearer\"}", 200)]
    [InlineData("{\"access_token\":{},\"token_type\":[]}", 200)]
    [InlineData("{\"error\":\"\\udc00\",\"error_description\":\"\\ud83d\",\"error_codes\":[1e999,\"x\",null]}", 400)]
    [InlineData("{\"error\":\"invalid_grant\",\"claims\":\"{\\\"access_token\\\":1,\\\"access_token\\\":2}\"}", 400)]
    [InlineData("{\"error\":\"invalid_grant\",\"suberror\":[],\"correlation_id\":{}}", 400)]
    [InlineData("{\"error\":null}", 400)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", 200)]
    [InlineData("\u0000\u0001", 400)]
    [FieldCase(
        "H4.token-endpoint", "H4", Source = "own",
        Report = "The token endpoint returns text that is not valid Unicode, members of another type, or claims with a duplicate member.",
        Right = "An `OneDriveAuthenticationException`, never an exception that indicates a caller error.")]
    public async Task SignIn_WithAHostileTokenAnswer_IsATypedError(string body, int status)
    {
        _issuer.Override = request => request.Is("POST", "/token") ? Answer.Json(body, status) : null;
        using var flow = _issuer.CreateFlow();

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _issuer.SignInAsync(flow));
    }

    [Theory]
    [InlineData("{\"access_token\":{},\"access_token\":{}}")]
    [InlineData("{\"\\ud83d\":{}}")]
    [InlineData("{\"access_token\":{\"xms_cc\":1,\"xms_cc\":2}}")]
    [InlineData("[]")]
    [InlineData("{")]
    [FieldCase(
        "H4.claims", "H4", Source = "own",
        Report = "The required claims contain a member twice, or one that is not valid Unicode.",
        Right = "They are omitted from the next sign-in; the call throws a typed exception.")]
    public async Task BeginAsync_WithHostileClaims_StillBegins(string claims)
    {
        using var flow = _issuer.CreateFlow();

        var start = await flow.BeginAsync("me", new BeginAuthorizationOptions { Claims = claims });

        Assert.Contains("claims=", start.Address.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code=%ud83d&state=%ff%fe")]
    [InlineData("code=c&state=\ud83d")]
    [InlineData("%00=%00&code=%0d%0a")]
    [InlineData("error=%ed%a0%80&error_description=%ff&state=x")]
    [InlineData("&&&===")]
    [InlineData("code=a&code=b")]
    [FieldCase(
        "H4.callback", "H4", Source = "own",
        Report = "The browser returns text that is not valid Unicode, control characters, or a duplicate parameter.",
        Right = "An `OneDriveAuthenticationException`; the pending sign-in is not affected.")]
    public async Task CompleteAsync_WithAHostileCallback_IsATypedError(string query)
    {
        using var flow = _issuer.CreateFlow();
        await flow.BeginAsync("me");

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            async () => await flow.CompleteAsync("me", AuthorizationCallback.Parse(query)));
    }

    private async Task AssertConfigurationIsRefusedAsync(string json)
    {
        var answer = Answer.Bytes(Encoding.UTF8.GetBytes(json), "application/json");
        _issuer.Override = request => request.Is("GET", "/openid-configuration") ? answer : null;
        using var flow = _issuer.CreateFlow(options =>
        {
            options.TenantId = null;
            options.Issuer = _issuer.Issuer;
        });

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.BeginAsync("me"));
    }
}
