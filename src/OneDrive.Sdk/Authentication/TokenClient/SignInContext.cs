namespace OneDrive.Sdk.Authentication;

/// <summary>The application, tenant and operation of a sign-in, as used in messages.</summary>
/// <param name="ClientId">The application.</param>
/// <param name="Authority">The tenant and the cloud.</param>
/// <param name="Operation">What is being done, for messages and logs.</param>
internal sealed record SignInContext(string ClientId, TenantAuthority Authority, string Operation)
{
    /// <summary>
    /// Whether a request that was sent is completed after cancellation, because its response may contain the only valid refresh token.
    /// </summary>
    internal bool AwaitsEveryAnswer { get; init; }

    /// <summary>Whether the caller repeats the request at a pace of its own.</summary>
    internal bool IsRepeatedByCaller { get; init; }
}
