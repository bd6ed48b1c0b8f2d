namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Validates the cloud, because tokens of one cloud are not valid in another and the sign-in service returns a misleading error.
/// </summary>
internal static class SameCloud
{
    /// <exception cref="OneDriveAuthenticationException">
    /// The resource belongs to another cloud than the one that is signed in to.
    /// </exception>
    internal static void Require(TenantAuthority authority, Uri resource)
    {
        var owner = OneDriveCloud.All.FirstOrDefault(
            cloud => string.Equals(cloud.GraphEndpoint.Authority, resource.Authority, StringComparison.OrdinalIgnoreCase));
        if (owner is null || !OneDriveCloud.All.Any(cloud => cloud.SignInEndpoint == authority.Cloud.SignInEndpoint)
            || owner.SignInEndpoint == authority.Cloud.SignInEndpoint)
        {
            return;
        }

        throw new OneDriveAuthenticationException(
            $"The client calls {resource.Authority} (cloud {owner.Name}), but the token provider signs in at "
            + $"{authority.Cloud.SignInEndpoint.Authority}.")
        {
            Hint = "Set OneDriveOptions.Cloud to the cloud of the tenant, or sign in with a tenant of the client's cloud.",
        };
    }
}
