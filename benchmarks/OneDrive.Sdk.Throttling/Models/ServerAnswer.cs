namespace OneDrive.Sdk.Throttling.Models;

/// <summary>What a model answers: a status, and what its headers say.</summary>
internal readonly record struct ServerAnswer(int Status, string? RetryAfter = null, RateLimit? RateLimit = null)
{
    internal static ServerAnswer Ok => new(200);

    internal bool IsRefusal => Status is 429 or 503;
}
