namespace OneDrive.Sdk.Authentication;

/// <summary>A signed-in user.</summary>
public sealed class UserSignIn
{
    /// <summary>Creates a sign-in, for tests of applications.</summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="account">The account; null if it is not known.</param>
    /// <param name="scopes">The granted scopes; null if they are not known.</param>
    /// <param name="applicationData">What the application gave when the sign-in began.</param>
    public UserSignIn(
        string key, UserAccount? account = null, IReadOnlyList<string>? scopes = null, string? applicationData = null) =>
        (Key, Account, Scopes, ApplicationData) = (key, account, scopes ?? [], applicationData);

    /// <summary>The key of the user in the application.</summary>
    public string Key { get; }

    /// <summary>The account of the user.</summary>
    /// <value>Null when the sign-in service sent no identity token.</value>
    public UserAccount? Account { get; }

    /// <summary>The granted scopes, which may differ from the requested ones.</summary>
    /// <value>Empty if the sign-in service did not return them.</value>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>What the application gave as <see cref="BeginAuthorizationOptions.ApplicationData"/> when the sign-in began.</summary>
    /// <value>Null when it gave nothing, and for a sign-in that was found later.</value>
    public string? ApplicationData { get; }
}
