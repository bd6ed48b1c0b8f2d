using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class TenantAuthorityTests
{
    private const string Id = "72f988bf-86f1-41af-91ab-2d7cd011db47";

    [Theory]
    [InlineData(Id)]
    [InlineData("contoso.onmicrosoft.com")]
    [InlineData("contoso.com")]
    [InlineData("common")]
    [InlineData("Organizations")]
    [InlineData("consumers")]
    public void Create_FromATenant_AsksTheCloudsTokenEndpoint(string tenant)
    {
        var authority = TenantAuthority.TryCreate(tenant, null, OneDriveCloud.Global, out _)!;

        Assert.Equal(
            $"https://login.microsoftonline.com/{tenant.ToLowerInvariant()}/oauth2/v2.0/token", authority.TokenEndpoint.AbsoluteUri);
        Assert.Same(OneDriveCloud.Global, authority.Cloud);
    }

    [Theory]
    [InlineData("common", true)]
    [InlineData("ORGANIZATIONS", true)]
    [InlineData("consumers", true)]
    [InlineData("9188040d-6c67-4c5b-b112-36a304b66dad", true)]
    [InlineData(Id, false)]
    [InlineData("common.com", false)]
    public void IsShared_IsTrueForTheWordsThatAreNoTenant(string tenant, bool expected) =>
        Assert.Equal(expected, TenantAuthority.TryCreate(tenant, null, OneDriveCloud.Global, out _)!.IsShared);

    [Theory]
    [InlineData("https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token", "Global", "https://login.microsoftonline.com/")]
    [InlineData("https://LOGIN.microsoftonline.com/contoso.com/oauth2/v2.0/token", "Global", "https://login.microsoftonline.com/")]
    [InlineData("https://login.windows.net/contoso.com/oauth2/v2.0/token", "Global", "https://login.microsoftonline.com/")]
    [InlineData("https://sts.windows.net/contoso.com/oauth2/token", "Global", "https://login.microsoftonline.com/")]
    [InlineData("https://login.microsoftonline.us/contoso.com/oauth2/v2.0/token", "UsGovernmentL4", "https://login.microsoftonline.us/")]
    [InlineData("https://login.usgovcloudapi.net/contoso.com/oauth2/v2.0/token", "UsGovernmentL4", "https://login.microsoftonline.us/")]
    [InlineData("https://login.partner.microsoftonline.cn/contoso.com/oauth2/v2.0/token", "China", "https://login.partner.microsoftonline.cn/")]
    [InlineData("https://login.chinacloudapi.cn/contoso.com/oauth2/v2.0/token", "China", "https://login.partner.microsoftonline.cn/")]
    public void Create_FromATokenUrl_TakesTenantAndCloudFromIt(string tokenUrl, string cloud, string root)
    {
        var authority = TenantAuthority.TryCreate(null, tokenUrl, OneDriveCloud.Global, out _)!;

        Assert.Equal("contoso.com", authority.Tenant);
        Assert.Equal(cloud, authority.Cloud.Name);
        Assert.Equal(root + "contoso.com/oauth2/v2.0/token", authority.TokenEndpoint.AbsoluteUri);
    }

    [Fact]
    public void Create_WhenTwoCloudsShareTheHost_KeepsTheClientsOwn()
    {
        var authority = TenantAuthority.TryCreate(
            null, "https://login.microsoftonline.us/contoso.us/oauth2/v2.0/token", OneDriveCloud.UsGovernmentL5, out _)!;

        Assert.Same(OneDriveCloud.UsGovernmentL5, authority.Cloud);
    }

    [Theory]
    [InlineData("https://login.example.org/aad/contoso.com/oauth2/v2.0/token", "https://login.example.org/aad/")]
    [InlineData("http://127.0.0.1:4711/contoso.com/oauth2/v2.0/token", "http://127.0.0.1:4711/")]
    [InlineData("http://localhost:4711/contoso.com/oauth2/v2.0/token", "http://localhost:4711/")]
    public void Create_FromATokenUrlOfAnUnknownHost_UsesItAsItIs(string tokenUrl, string root)
    {
        var authority = TenantAuthority.TryCreate(null, tokenUrl, OneDriveCloud.Global, out _)!;

        Assert.Equal(tokenUrl, authority.TokenEndpoint.AbsoluteUri);
        Assert.Equal("contoso.com", authority.Tenant);
        Assert.Equal("Custom", authority.Cloud.Name);
        Assert.Equal(root, authority.Cloud.SignInEndpoint.AbsoluteUri);
        Assert.Equal(OneDriveCloud.Global.GraphEndpoint, authority.Cloud.GraphEndpoint);
        Assert.Equal(root + "contoso.com/adminconsent?client_id=a%20b", authority.AdminConsentAddress("a b").AbsoluteUri);
    }

    [Fact]
    public void Create_WhenTheClientRunsAgainstAnEmulator_NeverSignsInAtTheRealService()
    {
        var emulator = OneDriveCloud.Custom(new Uri("http://127.0.0.1:4711"), new Uri("http://127.0.0.1:4711"));

        var authority = TenantAuthority.TryCreate(
            null, "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token", emulator, out _)!;

        Assert.Equal("http://127.0.0.1:4711/contoso.com/oauth2/v2.0/token", authority.TokenEndpoint.AbsoluteUri);
        Assert.Same(emulator, authority.Cloud);
    }

    [Fact]
    public void TryCreate_WhenTokenUrlAndCustomCloudNameDifferentHosts_Refuses()
    {
        var gateway = OneDriveCloud.Custom(new Uri("https://login.gateway.example"), new Uri("https://graph.gateway.example"));

        AssertProblem(
            null, "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token", gateway, "TokenUrl is on login.microsoftonline.com");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void TryCreate_WithoutTenant_SaysWhereToFindIt(string? tenant) =>
        AssertProblem(tenant, null, null, "TenantId is not set", "Overview page");

    [Theory]
    [InlineData("not a tenant")]
    [InlineData("contoso")]
    [InlineData("contoso.com/")]
    [InlineData("contoso.com\n")]
    [InlineData("{ENTER-TENANT-ID-HERE}")]
    [InlineData("../common")]
    [InlineData("contoso.com?x=1")]
    [InlineData("72f988bf-86f1-41af-91ab")]
    [InlineData("https://login.microsoftonline.com/contoso.com")]
    [Trait("Threat", "T26")]
    public void TryCreate_WithAMalformedTenant_NamesTheSetting(string tenant) =>
        AssertProblem(tenant, null, null, "TenantId does not contain a valid tenant");

    [Theory]
    [InlineData("login.microsoftonline.com/contoso.com/oauth2/v2.0/token", "TokenUrl must be an absolute https address")]
    [InlineData("http://login.microsoftonline.com/contoso.com/oauth2/v2.0/token", "TokenUrl must be an absolute https address")]
    [InlineData("https://user@login.microsoftonline.com/contoso.com/oauth2/v2.0/token", "TokenUrl must be an absolute https address")]
    [InlineData("https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token?x=1", "TokenUrl must be an absolute https address")]
    [InlineData("https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize", "TokenUrl does not end in /oauth2/v2.0/token")]
    [InlineData("https://login.microsoftonline.com/oauth2/v2.0/token", "TokenUrl does not contain a tenant")]
    [InlineData("https://login.microsoftonline.com/{ENTER-TENANT-ID-HERE}/oauth2/v2.0/token", "TokenUrl does not contain a valid tenant")]
    [InlineData("https://login.microsoftonline.com/a%2fb.com/oauth2/v2.0/token", "TokenUrl does not contain a valid tenant")]
    [Trait("Threat", "T10")]
    [Trait("Threat", "T26")]
    public void TryCreate_WithAMalformedTokenUrl_NamesTheSetting(string tokenUrl, string expected) =>
        AssertProblem(null, tokenUrl, null, expected);

    [Fact]
    public void TryCreate_WithTenantAndTokenUrl_Refuses() => AssertProblem(
        "contoso.com", "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token", null, "TenantId and TokenUrl are both set");

    private static void AssertProblem(string? tenantId, string? tokenUrl, OneDriveCloud? cloud, params string[] expected)
    {
        Assert.Null(TenantAuthority.TryCreate(tenantId, tokenUrl, cloud ?? OneDriveCloud.Global, out var problem));
        Assert.All(expected, text => Assert.Contains(text, problem, StringComparison.Ordinal));
    }
}
