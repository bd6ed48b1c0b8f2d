namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The only scope of an application without a user: all permissions that an administrator granted for a resource. See
/// <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow"/>.
/// </summary>
internal static class ApplicationScope
{
    private const string Default = "/.default";

    internal static string For(AccessTokenRequest request)
    {
        var resource = request.Resource;
        if (!resource.IsAbsoluteUri || !SecureEndpoint.IsSecure(resource))
        {
            throw new ArgumentException(
                "Resource must be an absolute https address (http only on loopback), because an access token is sent to "
                + "it.", nameof(request));
        }

        return request.Scopes switch
        {
            [] => resource.GetLeftPart(UriPartial.Authority) + Default,
            [var scope] when scope.EndsWith(Default, StringComparison.OrdinalIgnoreCase) && !scope.Any(char.IsWhiteSpace) => scope,
            _ => throw new ArgumentException(
                "An application without a user cannot request individual scopes. Leave Scopes empty, or use {resource}/.default "
                + "alone.",
                nameof(request)),
        };
    }
}
