namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// How redirect URIs are compared: letter by letter, except that the port of http://localhost does not matter. See
/// https://learn.microsoft.com/entra/identity-platform/reply-url.
/// </summary>
internal static class RedirectUris
{
    /// <summary>Rejects an address that the application did not register.</summary>
    /// <param name="application">The application.</param>
    /// <param name="redirectUri">The address.</param>
    /// <param name="allowsLoopback">Whether every address of this machine will do.</param>
    public static void Require(EmulatorApplication application, string redirectUri, bool allowsLoopback)
    {
        if (application.IsUnregistered ? IsHarmless(redirectUri) : allowsLoopback && IsLoopback(redirectUri))
        {
            return;
        }

        if (application.RedirectUris.Count == 0)
        {
            throw EntraError.InvalidRequest(900971, "No reply address provided: the application has no redirect URI.");
        }

        if (!application.RedirectUris.Any(registered => Matches(registered, redirectUri)))
        {
            throw EntraError.InvalidRequest(
                50011,
                $"The redirect URI '{redirectUri}' specified in the request does not match the redirect URIs configured for the "
                    + $"application '{application.ClientId}'. Add it to RedirectUris, or start the tool with --redirect-uri.");
        }
    }

    private static bool IsHarmless(string redirectUri)
        => IsLoopback(redirectUri) || Parse(redirectUri) is { Scheme: "https" };

    /// <summary>Whether an address leads to this machine.</summary>
    public static bool IsLoopback(string redirectUri)
        => Parse(redirectUri) is { IsLoopback: true, Scheme: "http" or "https", UserInfo: "", Fragment: "" };

    private static Uri? Parse(string redirectUri)
        => redirectUri.All(character => character is > ' ' and < '\x7F') && Uri.TryCreate(redirectUri, UriKind.Absolute, out var address)
            ? address
            : null;

    private static bool Matches(Uri registered, string redirectUri)
    {
        if (registered.OriginalString == redirectUri)
        {
            return true;
        }

        return registered is { Scheme: "http", Host: "localhost" }
            && Uri.TryCreate(redirectUri, UriKind.Absolute, out var asked)
            && asked is { Scheme: "http", Host: "localhost", Fragment: "" }
            && asked.PathAndQuery == registered.PathAndQuery;
    }
}
