namespace OneDrive.Sdk.Authentication;

/// <summary>Who signs in where and with what, as far as messages may tell it.</summary>
/// <param name="ClientId">The application.</param>
/// <param name="Authority">The tenant and the cloud.</param>
/// <param name="Operation">What is being done, for messages and logs.</param>
internal sealed record SignInContext(string ClientId, TenantAuthority Authority, string Operation)
{
    /// <summary>
    /// Whether a request that was sent is awaited although nobody wants its answer any more: the answer may hold the only refresh token
    /// that is still good.
    /// </summary>
    internal bool AwaitsEveryAnswer { get; init; }

    /// <summary>Whether the caller repeats the request at a pace of its own.</summary>
    internal bool IsRepeatedByCaller { get; init; }
}
