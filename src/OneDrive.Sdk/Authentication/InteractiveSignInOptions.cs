namespace OneDrive.Sdk.Authentication;

/// <summary>How a person signs in on the machine on which the application runs.</summary>
public sealed class InteractiveSignInOptions
{
    /// <summary>Shows the sign-in page to the person.</summary>
    /// <value>Default: <see langword="null"/>, the browser of the system is opened.</value>
    public Func<Uri, CancellationToken, ValueTask>? OpenBrowser { get; init; }

    /// <summary>How long the person may take.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What this sign-in asks for differently.</summary>
    /// <value>Default: <see langword="null"/>, nothing.</value>
    public BeginAuthorizationOptions? Authorization { get; init; }
}
