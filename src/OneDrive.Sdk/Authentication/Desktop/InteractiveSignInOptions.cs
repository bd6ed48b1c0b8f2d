namespace OneDrive.Sdk.Authentication;

/// <summary>Options for signing a user in on this machine.</summary>
public sealed class InteractiveSignInOptions
{
    /// <summary>Opens the sign-in page.</summary>
    /// <value>Default: <see langword="null"/>, the default browser is opened.</value>
    public Func<Uri, CancellationToken, ValueTask>? OpenBrowser { get; init; }

    /// <summary>How long to wait for the user.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Options of this sign-in.</summary>
    /// <value>Default: <see langword="null"/>, nothing.</value>
    public BeginAuthorizationOptions? Authorization { get; init; }
}
