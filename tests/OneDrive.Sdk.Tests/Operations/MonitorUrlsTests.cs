using OneDrive.Sdk.Operations;

namespace OneDrive.Sdk.Tests.Operations;

public sealed class MonitorUrlsTests
{
    private static readonly Uri Root = new("https://graph.microsoft.com/v1.0/");

    [Theory]
    [InlineData("https://contoso.sharepoint.com/_api/v2.0/monitor/4A34?tempauth=x")]
    [InlineData("https://contoso-my.sharepoint.us/_api/v2.1/monitor/4A34")]
    [InlineData("https://my.microsoftpersonalcontent.com/_api/v2.0/monitor/4A34")]
    [InlineData("https://api.onedrive.com/monitor/4A34")]
    [InlineData("https://graph.microsoft.com/v1.0/monitor/4A34")]
    public void FromStore_OfAnAddressOfTheService_IsThatAddress(string address) =>
        Assert.Equal(address, MonitorUrls.FromStore(address, Root).OriginalString);

    [Theory]
    [InlineData("")]
    [InlineData("monitor/4A34")]
    [InlineData("http://contoso.sharepoint.com/monitor/4A34")]
    [InlineData("https://evil.example/monitor/4A34")]
    [InlineData("https://evilsharepoint.com/monitor/4A34")]
    [InlineData("https://contoso.sharepoint.com.evil.example/monitor/4A34")]
    [InlineData("https://contoso.sharepoint.com@evil.example/monitor/4A34")]
    [InlineData("https://me@contoso.sharepoint.com/monitor/4A34")]
    [InlineData("https://contoso.sharepoint.com:8443/monitor/4A34")]
    [InlineData("http://127.0.0.1/monitor/4A34")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [Trait("Threat", "T4")]
    public void FromStore_OfAnyOtherAddress_IsRefusedWithoutRepeatingIt(string address)
    {
        var exception = Assert.Throws<ArgumentException>(() => MonitorUrls.FromStore(address, Root));

        Assert.True(address.Length == 0 || !exception.Message.Contains(address, StringComparison.Ordinal), exception.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://contoso.sharepoint.com/monitor/4A34")]
    [InlineData("https://me@contoso.sharepoint.com/monitor/4A34")]
    public void FromService_OfAnAddressThatIsNotSafe_IsAnError(string? address) => Assert.Throws<OneDriveConnectionException>(
        () => MonitorUrls.FromService(address is null ? null : new Uri(address), Root));
}
