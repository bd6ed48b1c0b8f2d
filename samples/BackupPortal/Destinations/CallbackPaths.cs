namespace BackupPortal.Destinations;

/// <summary>The paths to which the sign-in service sends browsers back; register them as redirect URIs.</summary>
public static class CallbackPaths
{
    /// <summary>For all destinations: the state tells which one.</summary>
    public const string OneDrive = "/api/adapters/onedrive/callback";

    /// <summary>For people who sign in by OpenID Connect.</summary>
    public const string OpenId = "/login/oauth2/code/oidc";

    public static IReadOnlyList<string> All { get; } = [OneDrive, OpenId];
}
