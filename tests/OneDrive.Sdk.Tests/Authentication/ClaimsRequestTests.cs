using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class ClaimsRequestTests
{
    private const string Capability = "\"xms_cc\":{\"values\":[\"cp1\"]}";

    [Theory]
    [InlineData(null, true, "{\"access_token\":{" + Capability + "}}")]
    [InlineData("{\"access_token\":{\"nbf\":{\"x\":\"1\"}}}", true, "{\"access_token\":{\"nbf\":{\"x\":\"1\"}," + Capability + "}}")]
    [InlineData("{\"id_token\":{}}", true, "{\"id_token\":{},\"access_token\":{" + Capability + "}}")]
    [InlineData("{\"access_token\":7}", true, "{\"access_token\":{" + Capability + "}}")]
    [InlineData("nonsense", true, "{\"access_token\":{" + Capability + "}}")]
    [InlineData("{\"id_token\":{}}", false, "{\"id_token\":{}}")]
    [InlineData(null, false, null)]
    public void Create_JoinsTheDemandWithTheCapability(string? demanded, bool canHandleDemands, string? expected) =>
        Assert.Equal(expected, ClaimsRequest.Create(demanded, canHandleDemands));
}
