namespace OneDrive.Sdk.Authentication;

/// <summary>The status of a sign-in, as known to this process.</summary>
public sealed class UserSignInStatus
{
    /// <summary>The key of the user in the application.</summary>
    public required string Key { get; init; }

    /// <summary>Whether there is a sign-in under the key; it may have been rejected.</summary>
    public required bool IsSignedIn { get; init; }

    /// <summary>The account of the user.</summary>
    /// <value>Null if no user is signed in, or the sign-in service did not return an identity token.</value>
    public UserAccount? Account { get; init; }

    /// <summary>The granted scopes.</summary>
    /// <value>Empty when it is not known.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>When the user signed in.</summary>
    /// <value>Null if no user is signed in, or the sign-in was saved by an earlier version of the library.</value>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>When the refresh token was received; each renewal may bring a new one.</summary>
    /// <value>Null if no user is signed in.</value>
    public DateTimeOffset? RenewedAt { get; init; }

    /// <summary>The expiration of the access token in memory; it is refreshed on demand.</summary>
    /// <value>Null if this process does not have one. The sign-in service does not return the expiration of a refresh token.</value>
    public DateTimeOffset? AccessTokenExpiresAt { get; init; }

    /// <summary>
    /// Whether the sign-in service rejected the refresh token the last time this process used it, so that the user has to sign in again.
    /// </summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>The error of the sign-in service.</summary>
    /// <value>Null if it was not rejected.</value>
    public OneDriveAuthenticationException? Refusal { get; init; }

    /// <summary>Returns the account and whether it was rejected.</summary>
    public override string ToString() =>
        $"{(IsSignedIn ? Account?.Id ?? "an unnamed account" : "not signed in")}{(IsRefused ? ", rejected" : "")}";
}
