using System.Text;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication.Legacy;

/// <summary>Which entry of the list of services is taken, and which ones never get a token.</summary>
public sealed class ServiceDiscoveryResponseTests
{
    private static readonly IReadOnlyList<string> Allowed = new ServiceDiscoveryOptions().AllowedHosts;

    [Fact]
    public void Find_TakesTheFilesOfVersionTwo()
    {
        var service = Find("""
            {"value":[
              {"capability":"Mail","serviceApiVersion":"v2.0","serviceResourceId":"https://outlook.office365.com/"},
              {"capability":"MyFiles","serviceApiVersion":"v1.0","serviceResourceId":"https://contoso-my.sharepoint.com/",
               "serviceEndpointUri":"https://contoso-my.sharepoint.com/_api/v1.0/me"},
              null, 7,
              {"capability":"MyFiles","serviceApiVersion":"v2.0","serviceResourceId":"https://contoso-my.sharepoint.com/",
               "serviceEndpointUri":"https://contoso-my.sharepoint.com/_api/v2.0"}]}
            """);

        Assert.Equal("https://contoso-my.sharepoint.com/", service!.ResourceId);
        Assert.Equal(new Uri("https://contoso-my.sharepoint.com/_api/v2.0/"), service.EndpointUri);
    }

    [Fact]
    public void Find_WithoutSuchAnEntry_FindsNothing() => Assert.Null(Find("""{"value":[{"capability":"Mail"}]}"""));

    [Theory]
    [InlineData("https://attacker.example/", "https://attacker.example/_api/v2.0")]
    [InlineData("https://contoso-my.sharepoint.com/", "https://attacker.example/_api/v2.0")]
    [InlineData("https://attacker.example/", "https://contoso-my.sharepoint.com/_api/v2.0")]
    [InlineData("https://graph.microsoft.com/", "https://contoso-my.sharepoint.com/_api/v2.0")]
    [InlineData("http://contoso-my.sharepoint.com/", "http://contoso-my.sharepoint.com/_api/v2.0")]
    [InlineData("https://contoso-my.sharepoint.com.attacker.example/", "https://contoso-my.sharepoint.com.attacker.example/_api/v2.0")]
    [InlineData("https://evilsharepoint.com/", "https://evilsharepoint.com/_api/v2.0")]
    [InlineData("https://.sharepoint.com/", "https://.sharepoint.com/_api/v2.0")]
    [InlineData("https://contoso-my.sharepoint.com@attacker.example/", "https://contoso-my.sharepoint.com@attacker.example/_api/v2.0")]
    [InlineData("https://contoso-my.sharepoint.com:8443/", "https://contoso-my.sharepoint.com/_api/v2.0")]
    [InlineData("https://contoso-my.sharepoint.com/", "https://contoso-my.sharepoint.com/_api/v2.0?x=1")]
    [InlineData("https://169.254.169.254/", "https://169.254.169.254/_api/v2.0")]
    [InlineData("", "https://contoso-my.sharepoint.com/_api/v2.0")]
    [InlineData("https://contoso-my.sharepoint.com/", "")]
    public void Find_WhenTheAddressIsNotSharePoints_GivesItNoToken(string resource, string endpoint)
    {
        var failure = Assert.Throws<OneDriveAuthenticationException>(() => Find($$"""
            {"value":[{"capability":"MyFiles","serviceApiVersion":"v2.0","serviceResourceId":"{{resource}}",
            "serviceEndpointUri":"{{endpoint}}"}]}
            """));

        Assert.Contains("The token was not sent to it", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]}""")]
    public void Find_InSomethingElse_SaysSo(string list)
    {
        var failure = Assert.Throws<OneDriveAuthenticationException>(() => Find(list));

        Assert.Contains("not the expected JSON", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_ThatWouldSendTheTokenElsewhere_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ServiceDiscoveryClient(new() { Endpoint = new Uri("http://api.office.com/") }));
        Assert.Throws<ArgumentException>(() => new ServiceDiscoveryClient(new() { ResourceId = "https://attacker.example/" }));
        Assert.Throws<ArgumentException>(() => new ServiceDiscoveryClient(new() { AllowedHosts = [] }));
        Assert.Throws<ArgumentException>(() => new ServiceDiscoveryClient(new() { AllowedHosts = ["."] }));
    }

    private static DiscoveredService? Find(string list) => ServiceDiscoveryResponse.Find(Encoding.UTF8.GetBytes(list), Allowed);
}
