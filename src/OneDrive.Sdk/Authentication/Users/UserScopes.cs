namespace OneDrive.Sdk.Authentication;

/// <summary>Which scopes a token of a user is requested with.</summary>
internal static class UserScopes
{
    private const string Everything = ".default";

    /// <summary>
    /// The scopes of the caller; otherwise those of the sign-in that belong to the resource, because a sign-in grants permissions of one
    /// resource only.
    /// </summary>
    /// <exception cref="OneDriveAuthenticationException">The sign-in is for another resource.</exception>
    internal static IReadOnlyList<string> For(AccessTokenRequest request, UserSettings settings)
    {
        if (request.Scopes.Count > 0)
        {
            return request.Scopes;
        }

        if (settings.Scopes.All(OpenIdScopes.IsReserved))
        {
            return [$"{request.Resource.GetLeftPart(UriPartial.Authority)}/{Everything}", .. settings.Scopes];
        }

        var graph = settings.Authority.Cloud.GraphEndpoint;
        if (string.Equals(request.Resource.Authority, graph.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return settings.Scopes;
        }

        // SharePoint itself, at its own host: the scopes name it.
        return settings.Scopes.Any(scope => OpenIdScopes.Names(scope, request.Resource))
            ? settings.Scopes
            : throw new OneDriveAuthenticationException(
                $"The sign-in is for {graph.Authority}, but a token for {request.Resource.Authority} was requested.")
            {
                Hint = "Set OneDriveOptions.Cloud to the cloud where users sign in. For a ServiceEndpoint, use scopes of its host in "
                    + "Scopes.",
            };
    }
}
