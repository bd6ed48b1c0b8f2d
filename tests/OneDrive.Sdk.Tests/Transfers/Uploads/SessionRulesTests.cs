using System.Net;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>What an error answer of a session means, before anything is asked.</summary>
public sealed class SessionRulesTests
{
    [Theory]
    [InlineData(400, null, nameof(SessionReplyKind.Refused))]
    [InlineData(401, null, nameof(SessionReplyKind.Refused))]
    [InlineData(403, "accessDenied", nameof(SessionReplyKind.Refused))]
    [InlineData(404, null, nameof(SessionReplyKind.Refused))]
    [InlineData(409, "nameAlreadyExists", nameof(SessionReplyKind.Refused))]
    [InlineData(410, null, nameof(SessionReplyKind.Refused))]
    [InlineData(408, null, nameof(SessionReplyKind.Unknown))]
    [InlineData(500, null, nameof(SessionReplyKind.Unknown))]
    [InlineData(503, null, nameof(SessionReplyKind.Unknown))]
    [InlineData(504, null, nameof(SessionReplyKind.Unknown))]
    [InlineData(416, "invalidRange", nameof(SessionReplyKind.OutOfStep))]
    [InlineData(423, null, nameof(SessionReplyKind.NotNow))]
    [InlineData(429, null, nameof(SessionReplyKind.NotNow))]
    [InlineData(509, null, nameof(SessionReplyKind.NotNow))]
    [InlineData(413, null, nameof(SessionReplyKind.Final))]
    [InlineData(507, null, nameof(SessionReplyKind.Final))]
    [InlineData(400, "pathIsTooLong", nameof(SessionReplyKind.Final))]
    [InlineData(400, "invalidPath", nameof(SessionReplyKind.Final))]
    [InlineData(403, "quotaLimitReached", nameof(SessionReplyKind.Final))]
    [InlineData(403, "malwareDetected", nameof(SessionReplyKind.Final))]
    public void KindOf_ForAnErrorAnswer_TellsWhatCanBeAskedFromWhatIsFinal(int status, string? code, string expected)
    {
        using var response = FakeFaults.Response(status);
        var body = code is null ? "" : $$$"""{"error":{"code":"{{{code}}}"} }""";
        var error = OneDrive.Sdk.Errors.ErrorReader.Read(
            HttpMethod.Put, "x", (HttpStatusCode)status, response.Headers, System.Text.Encoding.UTF8.GetBytes(body), retryAfter: null);

        Assert.Equal(expected, SessionRules.KindOf(error).ToString());
    }
}
