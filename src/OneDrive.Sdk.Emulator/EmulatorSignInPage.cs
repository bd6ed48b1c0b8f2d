namespace OneDrive.Sdk.Emulator;

/// <summary>What the sign-in page does.</summary>
public enum EmulatorSignInPage
{
    /// <summary>It signs the user of login_hint in, or the first user, and consents without being asked.</summary>
    Automatic,

    /// <summary>It shows the users of the tenant and waits for a click.</summary>
    Clickable,

    /// <summary>
    /// It shows the users of the tenant to browsers, which accept text/html, and signs in automatically for programs that follow its
    /// redirects themselves.
    /// </summary>
    ClickableInBrowsers,
}
