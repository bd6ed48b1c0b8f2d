using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class AuthorizationCallbackTests
{
    [Theory]
    [InlineData("https://app.example/cb?code=a%2Bb&state=s+t")]
    [InlineData("https://app.example/cb#code=a%2Bb&state=s+t")]
    [InlineData("http://localhost:5000/?code=a%2Bb#state=s%20t")]
    public void Parse_ReadsQueryAndFragmentOfAnAddress(string address)
    {
        var callback = AuthorizationCallback.Parse(new Uri(address));

        Assert.Equal(("a+b", "s t"), (callback.Code, callback.State));
        Assert.Equal("[REDACTED]", callback.ToString());
    }

    [Theory]
    [InlineData("code=a&state=b&state=c")]
    [InlineData("code=a&%63ode=b")]
    [InlineData("?x&x")]
    public void Parse_RefusesAParameterThatComesTwice(string query) =>
        Assert.Throws<OneDriveAuthenticationException>(() => AuthorizationCallback.Parse(query));

    [Fact]
    public void Parse_RefusesATextThatIsTooLong() =>
        Assert.Throws<OneDriveAuthenticationException>(() => AuthorizationCallback.Parse("code=" + new string('x', 40_000)));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("&&==&%zz=%")]
    public void Parse_ReadsNothingFromNonsense(string query) => Assert.Null(AuthorizationCallback.Parse(query).Code);
}
