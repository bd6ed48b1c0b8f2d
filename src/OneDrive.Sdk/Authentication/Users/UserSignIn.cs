namespace OneDrive.Sdk.Authentication;

/// <summary>A signed-in user.</summary>
public sealed class UserSignIn
{
    /// <summary>Creates a sign-in, for tests of applications.</summary>
    /// <param name="key">The key of the user in the application.</param>
    /// <param name="account">The account; null if it is not known.</param>
    /// <param name="scopes">The granted scopes; null if they are not known.</param>
    public UserSignIn(string key, UserAccount? account = null, IReadOnlyList<string>? scopes = null) =>
        (Key, Account, Scopes) = (key, account, scopes ?? []);

    /// <summary>The key of the user in the application.</summary>
    public string Key { get; }

    /// <summary>The account of the user.</summary>
    /// <value><see langword="null"/> if the scope <c>openid</c> was not requested.</value>
    public UserAccount? Account { get; }

    /// <summary>The granted scopes, which may differ from the requested ones.</summary>
    /// <value>Empty if the sign-in service did not return them.</value>
    public IReadOnlyList<string> Scopes { get; }
}
