using System.Diagnostics.CodeAnalysis;

namespace OneDrive.Sdk.FieldTests.SignIn;

/// <summary>Ids that people copy in capital letters mean the same as in small ones.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit calls IAsyncLifetime.DisposeAsync.")]
public sealed class CapitalLettersTests : IAsyncLifetime
{
    private readonly ScriptedIssuer _issuer = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    [Fact]
    [FieldCase(
        "F14", "F1", Source = "apache/airflow#71920",
        Report = "The tenant id is configured in upper case, as some portals show it; the issuer of the identity token contains it in "
            + "lower case.",
        Right = "The user is signed in: ids are compared as GUIDs.")]
    public async Task TenantId_InCapitals_SignsIn()
    {
        using var flow = _issuer.CreateFlow(options => options.TenantId = ScriptedIssuer.Tenant.ToUpperInvariant());

        var signIn = await _issuer.SignInAsync(flow);

        Assert.Equal(ScriptedIssuer.Tenant, signIn.Account!.TenantId);
        Assert.Empty(_issuer.Service.Unexpected);
    }

    [Fact]
    [FieldCase("F14", "F1")]
    public async Task Issuer_InCapitals_SignsIn()
    {
        using var flow = _issuer.CreateFlow(options =>
        {
            options.TenantId = null;
            options.Issuer = $"{_issuer.Root}{ScriptedIssuer.Tenant.ToUpperInvariant()}/v2.0";
        });

        Assert.NotNull((await _issuer.SignInAsync(flow)).Account);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [FieldCase("F14", "F1")]
    public async Task IssuerOfTheCallback_InOtherLetters_SignsIn(bool isConfiguredInCapitals, bool comesBackInCapitals)
    {
        using var flow = _issuer.CreateFlow(options => options.TenantId = Write(isConfiguredInCapitals));

        Assert.NotNull(await _issuer.SignInAsync(flow, issuer: $"{_issuer.Root}{Write(comesBackInCapitals)}/v2.0"));
    }

    [Theory]
    [InlineData("aud")]
    [InlineData("azp")]
    [FieldCase(
        "F1.client-id", "F1", Source = "own",
        Report = "The application (client) id is configured in upper case; identity tokens contain it in lower case.",
        Right = "The user is signed in.")]
    public async Task ClientId_InCapitals_SignsIn(string claim)
    {
        _issuer.Claims[claim] = ScriptedIssuer.ClientId;
        using var flow = _issuer.CreateFlow(options => options.ClientId = ScriptedIssuer.ClientId.ToUpperInvariant());

        Assert.NotNull((await _issuer.SignInAsync(flow)).Account);
    }

    [Fact]
    [FieldCase(
        "F1.token-in-capitals", "F1", Source = "own",
        Report = "The identity token itself contains tenant and issuer in upper case.",
        Right = "The user is signed in, and a refresh whose token contains them in lower case belongs to the same user.")]
    public async Task Token_InCapitals_IsOfTheSamePerson()
    {
        _issuer.Claims["tid"] = ScriptedIssuer.Tenant.ToUpperInvariant();
        _issuer.Claims["iss"] = $"{_issuer.Root}{ScriptedIssuer.Tenant.ToUpperInvariant()}/v2.0";
        using var flow = _issuer.CreateFlow();
        await _issuer.SignInAsync(flow);
        _issuer.Claims.Clear();
        _issuer.Override = request => request.Is("POST", "/token") ? _issuer.Tokens("refresh-2") : null;

        var token = await flow.ForUser("me").GetTokenAsync(
            new() { Resource = _issuer.Root, Rejected = new Authentication.AccessToken("access-1", DateTimeOffset.MaxValue) }, default);

        Assert.Equal("access-1", token.Value);
    }

    [Fact]
    [FieldCase("F14", "F1")]
    public async Task AnotherTenant_IsStillRefused()
    {
        _issuer.Claims["iss"] = $"{_issuer.Root}{Guid.NewGuid()}/v2.0";
        using var flow = _issuer.CreateFlow();

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => _issuer.SignInAsync(flow));
    }

    private static string Write(bool inCapitals) => inCapitals ? ScriptedIssuer.Tenant.ToUpperInvariant() : ScriptedIssuer.Tenant;
}
