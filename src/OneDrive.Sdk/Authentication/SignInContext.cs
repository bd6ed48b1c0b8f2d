namespace OneDrive.Sdk.Authentication;

/// <summary>Who signs in where and with what, as far as messages may tell it.</summary>
/// <param name="ClientId">The application.</param>
/// <param name="Authority">The tenant and the cloud.</param>
/// <param name="Operation">What is being done, for messages and logs.</param>
internal sealed record SignInContext(string ClientId, TenantAuthority Authority, string Operation);
