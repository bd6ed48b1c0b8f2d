using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Tests.Http;

namespace OneDrive.Sdk.Tests.Threats;

/// <summary>A header that is made to keep its reader busy. That no regular expression runs over it is a test of the conventions.</summary>
[Trait("Threat", "T17")]
public sealed class LongChallengeTests
{
    [Theory]
    [InlineData("Bearer ", ",=\"")]
    [InlineData("Bearer error=insufficient_claims, ", "claims=")]
    [InlineData("Bearer error=insufficient_claims claims=\"", "A")]
    [InlineData("", "error ")]
    public void Read_OfAMegabyte_LooksNoFurther(string start, string part)
    {
        using var response = Response(start + string.Concat(Enumerable.Repeat(part, 1024 * 1024 / part.Length)));

        Assert.Null(ClaimsChallenge.Read(response.Headers));
    }

    [Fact]
    public void Read_OfAShortOneBehindALongOne_FindsIt()
    {
        using var response = Response(new string(',', 1024 * 1024));
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"e30=\"");

        Assert.Equal("{}", ClaimsChallenge.Read(response.Headers));
    }

    private static HttpResponseMessage Response(string header) => ScriptedTransport.Response(401, null, ("WWW-Authenticate", header));
}
