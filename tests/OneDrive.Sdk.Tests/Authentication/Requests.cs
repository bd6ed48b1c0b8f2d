using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>Token requests as the SDK's own pipeline makes them.</summary>
internal static class Requests
{
    internal static AccessTokenRequest ForGraph(AccessToken? rejected = null, string? claims = null) =>
        new() { Resource = new Uri("https://graph.microsoft.com"), Rejected = rejected, Claims = claims };
}
