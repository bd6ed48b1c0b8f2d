namespace OneDrive.Sdk.Authentication;

/// <summary>How a sign-in of a person stands, as far as this process knows.</summary>
public sealed class UserSignInStatus
{
    /// <summary>The key of the person in the application.</summary>
    public required string Key { get; init; }

    /// <summary>Whether there is a sign-in under the key; it may have been refused.</summary>
    public required bool IsSignedIn { get; init; }

    /// <summary>Who it is.</summary>
    /// <value>Null when nobody is signed in, or the sign-in service sent no identity token.</value>
    public UserAccount? Account { get; init; }

    /// <summary>What was granted.</summary>
    /// <value>Empty when it is not known.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>When the person signed in.</summary>
    /// <value>Null when it is not known: nobody is signed in, or the sign-in was kept by an earlier version of the library.</value>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>When the refresh token was received; each renewal may bring a new one.</summary>
    /// <value>Null when nobody is signed in.</value>
    public DateTimeOffset? RenewedAt { get; init; }

    /// <summary>Until when the access token in memory is good; it is renewed on demand.</summary>
    /// <value>Null when this process holds none. The sign-in service does not say until when a refresh token is good.</value>
    public DateTimeOffset? AccessTokenExpiresAt { get; init; }

    /// <summary>
    /// Whether the sign-in service refused the refresh token the last time this process used it, so that the person has to sign in again.
    /// </summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>What the sign-in service said when it refused.</summary>
    /// <value>Null when it did not.</value>
    public OneDriveAuthenticationException? Refusal { get; init; }

    /// <summary>Returns the account and whether it was refused.</summary>
    public override string ToString() =>
        $"{(IsSignedIn ? Account?.Id ?? "an unnamed account" : "nobody")}{(IsRefused ? ", refused" : "")}";
}
