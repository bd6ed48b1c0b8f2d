using System.Net;
using System.Text;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Tests.Errors;

public class ErrorReaderTests
{
    private const string Path = "me/drive/root:/Reports";

    [Theory]
    [InlineData(400, "invalidRequest", typeof(OneDriveApiException), false)]
    [InlineData(401, "unauthenticated", typeof(OneDriveApiException), false)]
    [InlineData(403, "accessDenied", typeof(OneDriveApiException), false)]
    [InlineData(404, "itemNotFound", typeof(ItemNotFoundException), false)]
    [InlineData(404, "", typeof(ItemNotFoundException), false)]
    [InlineData(405, "notAllowed", typeof(OneDriveApiException), false)]
    [InlineData(408, "", typeof(OneDriveApiException), true)]
    [InlineData(409, "nameAlreadyExists", typeof(ItemConflictException), false)]
    [InlineData(409, "", typeof(ItemConflictException), false)]
    [InlineData(409, "resourceModified", typeof(PreconditionFailedException), false)]
    [InlineData(410, "resyncRequired", typeof(ResyncRequiredException), false)]
    [InlineData(412, "resourceModified", typeof(PreconditionFailedException), false)]
    [InlineData(412, "nameAlreadyExists", typeof(PreconditionFailedException), false)]
    [InlineData(416, "invalidRange", typeof(OneDriveApiException), false)]
    [InlineData(422, "", typeof(OneDriveApiException), false)]
    [InlineData(423, "notAllowed", typeof(ResourceLockedException), true)]
    [InlineData(429, "activityLimitReached", typeof(ThrottledException), true)]
    [InlineData(403, "activityLimitReached", typeof(ThrottledException), true)]
    [InlineData(500, "generalException", typeof(OneDriveApiException), true)]
    [InlineData(501, "notSupported", typeof(OneDriveApiException), false)]
    [InlineData(502, "", typeof(OneDriveApiException), true)]
    [InlineData(503, "serviceNotAvailable", typeof(ThrottledException), true)]
    [InlineData(504, "", typeof(OneDriveApiException), true)]
    [InlineData(507, "quotaLimitReached", typeof(QuotaExceededException), false)]
    [InlineData(507, "", typeof(QuotaExceededException), false)]
    [InlineData(403, "quotaLimitReached", typeof(QuotaExceededException), false)]
    [InlineData(509, "", typeof(ThrottledException), true)]
    [InlineData(418, "somethingNew", typeof(OneDriveApiException), false)]
    public void Read_ForEachStatusAndCode_GivesTheDocumentedType(int status, string code, Type expected, bool isTransient)
    {
        var exception = Read(status, $$"""{"error":{"code":"{{code}}","message":"Words."} }""");

        Assert.Equal(expected, exception.GetType());
        Assert.Equal(isTransient, exception.IsTransient);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal(code.Length == 0 ? null : code, exception.ErrorCode);
    }

    [Fact]
    public void Read_WithAllParts_WritesTheAgreedMessage()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("request-id", "6e0d7c6c-1111-4b0e-9d61-000000000001");
        response.Headers.TryAddWithoutValidation("client-request-id", "mine-1");

        var exception = ErrorReader.Read(
            HttpMethod.Get,
            Path,
            HttpStatusCode.NotFound,
            response.Headers,
            """{"error":{"code":"itemNotFound","message":"The resource could not be found."}}"""u8,
            TimeSpan.FromSeconds(2.128));

        Assert.Equal(
            "GET me/drive/root:/Reports: 404 itemNotFound — The resource could not be found. (request-id "
            + "6e0d7c6c-1111-4b0e-9d61-000000000001)",
            exception.Message);
        Assert.Equal("6e0d7c6c-1111-4b0e-9d61-000000000001", exception.RequestId);
        Assert.Equal("mine-1", exception.ClientRequestId);
        Assert.Equal(TimeSpan.FromSeconds(2.128), exception.RetryAfter);
    }

    [Theory]
    [InlineData("innerError", "innerError")]
    [InlineData("innererror", "innererror")]
    [InlineData("innerError", "innererror")]
    [InlineData("innererror", "innerError")]
    public void Read_WithNestedErrors_CollectsTheCodesInwards(string first, string second)
    {
        var exception = Read(400, $$$"""
            {"error":{"code":"invalidRequest","message":"Top.","{{{first}}}":{"code":"invalidPath","date":"2026-01-01T00:00:00","request-id":"r-1",
              "client-request-id":"c-1","{{{second}}}":{"code":"pathIsTooLong","message":"Deep."} } } }
            """);

        Assert.Equal("invalidRequest", exception.ErrorCode);
        Assert.Equal(["invalidPath", "pathIsTooLong"], exception.InnerErrorCodes);
        Assert.Equal("r-1", exception.RequestId);
        Assert.Equal("c-1", exception.ClientRequestId);
        Assert.Contains("Top.", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.HasErrorCode("PathIsTooLong"));
        Assert.True(exception.HasErrorCode("invalidRequest"));
        Assert.False(exception.HasErrorCode("itemNotFound"));
    }

    [Theory]
    [InlineData("""{"error":{"code":"429","message":"Slow down.","innerError":{"code":"429","status":"429"}}}""", "429", new string[0])]
    [InlineData("""{"error":{"code":429,"message":"Slow down."}}""", "429", new string[0])]
    [InlineData("""{"error":{"code":"429","innerError":{"code":"throttledRequest"}}}""", "throttledRequest", new[] { "429" })]
    [InlineData("""{"error":{"code":"","innerError":{"code":"throttledRequest"}}}""", "throttledRequest", new string[0])]
    [InlineData("""{"error":{"code":null,"message":null}}""", null, new string[0])]
    [InlineData("""{"error":{"details":[{"code":"nameAlreadyExists","message":"There.","target":"x"}]}}""", "nameAlreadyExists", new string[0])]
    [InlineData("""{"error":"invalid_request","error_description":"Words."}""", "invalid_request", new string[0])]
    [InlineData("""{"odata.error":{"code":"-1, SomeException","message":{"lang":"en-US","value":"Words."}}}""", "-1, SomeException", new string[0])]
    [InlineData("""{"code":"bare","message":"Words."}""", "bare", new string[0])]
    public void Read_WithUnusualShapes_FindsTheMostTellingCode(string body, string? errorCode, string[] innerErrorCodes)
    {
        var exception = Read(429, body);

        Assert.Equal(errorCode, exception.ErrorCode);
        Assert.Equal(innerErrorCodes, exception.InnerErrorCodes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("17")]
    [InlineData("{")]
    [InlineData("{\"error\"")]
    [InlineData("{\"error\":{\"code\":\"itemNotFound\"")]
    [InlineData("{\"error\":[]}")]
    [InlineData("{\"error\":{\"code\":{},\"message\":[],\"innerError\":7}}")]
    [InlineData("{\"error\":{\"details\":[1,null,{}]}}")]
    [InlineData("{\"error\":{\"code\":\"\\ud800\"}}")]
    [InlineData("<html><head><title>Bad Gateway</title></head></html>")]
    [InlineData("upstream connect error")]
    public void Read_WithAnyBody_NeverFails(string body)
    {
        var exception = Read(502, body);

        Assert.StartsWith("GET me/drive/root:/Reports: 502", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithRandomAndTornBodies_NeverFails()
    {
        var random = new Random(20260101);
        var sample = Encoding.UTF8.GetBytes(
            """{"error":{"code":"a","message":"b\u00e9","innerError":{"code":"c","details":[{"code":"d"}]}}}""");
        for (var round = 0; round < 2000; round++)
        {
            var body = sample[..random.Next(sample.Length)];
            for (var change = random.Next(4); change > 0 && body.Length > 0; change--)
                body[random.Next(body.Length)] = (byte)random.Next(256);

            Assert.Equal(
                HttpStatusCode.BadRequest, ErrorReader.Read(HttpMethod.Get, Path, HttpStatusCode.BadRequest, null, body, null).StatusCode);
        }
    }

    [Fact]
    public void Read_WithErrorsNestedWithoutEnd_StaysBounded()
    {
        var body = string.Concat(
            Enumerable.Range(0, 50).Select(level => $$"""{"code":"c{{level}}","innererror":""")) + "{}" + new string('}', 50);

        var exception = Read(400, "{\"error\":" + body + "}");

        Assert.Equal("c0", exception.ErrorCode);
        Assert.Equal(15, exception.InnerErrorCodes.Count);
    }

    [Fact]
    public void Read_WithMarkup_DescribesTheAnswerInsteadOfPrintingIt()
    {
        var exception = Read(502, "<html><body>secret page</body></html>");

        Assert.Equal("GET me/drive/root:/Reports: 502 — The response is not JSON (37 bytes).", exception.Message);
        Assert.Null(exception.ErrorCode);
    }

    [Fact]
    public void Read_WithAByteOrderMark_StillReadsTheJson()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. """{"error":{"code":"itemNotFound"}}"""u8];

        Assert.Equal("itemNotFound", ErrorReader.Read(HttpMethod.Get, Path, HttpStatusCode.NotFound, null, body, null).ErrorCode);
    }

    [Theory]
    [InlineData("me/drive/root:/a?$select=id&tempauth=SECRET", "GET me/drive/root:/a: 400")]
    [InlineData("https://contoso.example/up/SECRET?tempauth=SECRET", "GET https://contoso.example/***: 400")]
    public void Read_WithAQueryOrALinkForAPath_LeavesTheSecretOut(string path, string expected)
    {
        var exception = ErrorReader.Read(HttpMethod.Get, path, HttpStatusCode.BadRequest, null, [], null);

        Assert.Equal(expected, exception.Message);
    }

    [Fact]
    public void Read_WithSecretsInTheWordsOfTheService_LeavesThemOut()
    {
        var exception = Read(400, """
            {"error":{"code":"https://host.example/up/SECRETLINK","message":"See https://host.example/up/SECRETLINK?tempauth='SECRET'&x=(SECRET) now.",
              "innererror":{"code":"ok","request-id":"Bearer SECRET"}}}
            """);

        Assert.DoesNotContain("SECRET", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", exception.ErrorCode, StringComparison.Ordinal);
        Assert.Null(exception.RequestId);
        Assert.Contains("See https://host.example/*** now.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithTheIdOfSharePoint_UsesItWhenThereIsNoOther()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("SPRequestGuid", "guid-of-sharepoint");

        Assert.Equal(
            "guid-of-sharepoint", ErrorReader.Read(HttpMethod.Get, Path, HttpStatusCode.BadRequest, response.Headers, [], null).RequestId);
    }

    private static OneDriveApiException Read(int status, string body) =>
        ErrorReader.Read(HttpMethod.Get, Path, (HttpStatusCode)status, null, Encoding.UTF8.GetBytes(body), null);
}
