using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Tests.Http;

public sealed class ParameterAliasPathTests
{
    [Theory]
    [InlineData("me/drive/root:/a", "me/drive/root/children('@a1')", "'a'")]
    [InlineData("drives/b!d/items/1:/a/b:/content", "drives/b!d/items/1/children('@a1')/content", "'a/b'")]
    [InlineData("me/drive/special/approot:/a:/createUploadSession", "me/drive/special/approot/children('@a1')/createUploadSession", "'a'")]
    [InlineData("sites/c.sharepoint.cn:/sites/root:/drive/root:/a:/children",
        "sites/c.sharepoint.cn:/sites/root:/drive/root/children('@a1')/children", "'a'")]
    [InlineData("sites/c.sharepoint.cn:/sites/root:/drive", null, null)]
    [InlineData("me/drive/items/1/children", null, null)]
    public void Rewrite_OfEveryFormOfAPath_MovesTheNamesIntoAParameter(string path, string? expected, string? value)
    {
        var (rewritten, parameter) = ParameterAliasPath.Rewrite(path);

        Assert.Equal(expected ?? path, rewritten);
        Assert.Equal(value, parameter?.Value);
    }
}
