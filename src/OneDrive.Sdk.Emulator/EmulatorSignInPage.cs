namespace OneDrive.Sdk.Emulator;

/// <summary>The behavior of the sign-in page.</summary>
public enum EmulatorSignInPage
{
    /// <summary>It signs in the user of login_hint, or the first user, and consents automatically.</summary>
    Automatic,

    /// <summary>It shows the users of the tenant and waits for a click.</summary>
    Clickable,

    /// <summary>
    /// It shows the users of the tenant to browsers, which accept text/html, and automatically signs in programs that follow its redirects.
    /// </summary>
    ClickableInBrowsers,
}
