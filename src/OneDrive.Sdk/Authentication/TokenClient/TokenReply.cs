namespace OneDrive.Sdk.Authentication;

/// <summary>A response that can be used.</summary>
/// <param name="Answer">What the endpoint said.</param>
/// <param name="SentAt">When it was asked, from which the times in the response count.</param>
/// <param name="RequestId">The id of the request, for the log.</param>
internal sealed record TokenReply(TokenResponse Answer, DateTimeOffset SentAt, string RequestId)
{
    /// <summary>Returns a fixed text, because the response holds secrets.</summary>
    public override string ToString() => "[REDACTED]";
}
