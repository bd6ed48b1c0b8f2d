using System.Net;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>What an error answer of a session means, before anything is asked.</summary>
public sealed class SessionRulesTests
{
    [Theory]
    [InlineData(400, null, SessionReplyKind.Refused)]
    [InlineData(401, null, SessionReplyKind.Refused)]
    [InlineData(403, "accessDenied", SessionReplyKind.Refused)]
    [InlineData(404, null, SessionReplyKind.Refused)]
    [InlineData(409, "nameAlreadyExists", SessionReplyKind.Refused)]
    [InlineData(410, null, SessionReplyKind.Refused)]
    [InlineData(408, null, SessionReplyKind.Unknown)]
    [InlineData(500, null, SessionReplyKind.Unknown)]
    [InlineData(503, null, SessionReplyKind.Unknown)]
    [InlineData(504, null, SessionReplyKind.Unknown)]
    [InlineData(416, "invalidRange", SessionReplyKind.OutOfStep)]
    [InlineData(423, null, SessionReplyKind.NotNow)]
    [InlineData(429, null, SessionReplyKind.NotNow)]
    [InlineData(509, null, SessionReplyKind.NotNow)]
    [InlineData(413, null, SessionReplyKind.Final)]
    [InlineData(507, null, SessionReplyKind.Final)]
    [InlineData(400, "pathIsTooLong", SessionReplyKind.Final)]
    [InlineData(400, "invalidPath", SessionReplyKind.Final)]
    [InlineData(403, "quotaLimitReached", SessionReplyKind.Final)]
    [InlineData(403, "malwareDetected", SessionReplyKind.Final)]
    internal void KindOf_TellsWhatCanBeAskedFromWhatIsFinal(int status, string? code, SessionReplyKind expected)
    {
        using var response = FakeFaults.Response(status);
        var body = code is null ? "" : $$"""{"error":{"code":"{{code}}"}}""";
        var error = OneDrive.Sdk.Errors.ErrorReader.Read(
            HttpMethod.Put, "x", (HttpStatusCode)status, response.Headers, System.Text.Encoding.UTF8.GetBytes(body), retryAfter: null);

        Assert.Equal(expected, SessionRules.KindOf(error));
    }
}
