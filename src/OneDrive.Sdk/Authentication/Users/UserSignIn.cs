namespace OneDrive.Sdk.Authentication;

/// <summary>A person who is signed in.</summary>
public sealed class UserSignIn
{
    /// <summary>Creates a sign-in, for tests of applications.</summary>
    /// <param name="key">The key of the person in the application.</param>
    /// <param name="account">Who it is; null when that is not known.</param>
    /// <param name="scopes">What was granted; null for nothing known.</param>
    /// <param name="applicationData">What the application gave when the sign-in began.</param>
    public UserSignIn(
        string key, UserAccount? account = null, IReadOnlyList<string>? scopes = null, string? applicationData = null) =>
        (Key, Account, Scopes, ApplicationData) = (key, account, scopes ?? [], applicationData);

    /// <summary>The key of the person in the application.</summary>
    public string Key { get; }

    /// <summary>Who it is.</summary>
    /// <value>Null when the sign-in service sent no identity token.</value>
    public UserAccount? Account { get; }

    /// <summary>What was granted; it may be more or less than was asked for.</summary>
    /// <value>Empty when the sign-in service did not say.</value>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>What the application gave as <see cref="BeginAuthorizationOptions.ApplicationData"/> when the sign-in began.</summary>
    /// <value>Null when it gave nothing, and for a sign-in that was found later.</value>
    public string? ApplicationData { get; }
}
