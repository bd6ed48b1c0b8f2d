namespace OneDrive.Sdk.Authentication;

/// <summary>The application, tenant and operation of a sign-in, as used in messages.</summary>
/// <param name="ClientId">The application.</param>
/// <param name="Authority">The tenant and the cloud.</param>
/// <param name="Operation">What is being done, for messages and logs.</param>
internal sealed record SignInContext(string ClientId, TenantAuthority Authority, string Operation);
