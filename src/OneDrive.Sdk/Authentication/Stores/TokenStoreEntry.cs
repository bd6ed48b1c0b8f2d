using System.Globalization;

namespace OneDrive.Sdk.Authentication;

/// <summary>The sign-in of one person. It holds the refresh token, which is a secret: whoever has it can act for the person.</summary>
public sealed class TokenStoreEntry
{
    /// <summary>
    /// Names the entry: the application, the cloud, the tenant and the person's key in the application, in a form of the SDK's own.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The number of this state of the entry; each saved state has a higher one, also after the entry was removed.</summary>
    public required long Version { get; init; }

    /// <summary>The refresh token. A secret.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>The scopes that were granted.</summary>
    /// <value>Default: empty, they are not known.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Who signed in.</summary>
    /// <value>Null when no identity token was asked for.</value>
    public UserAccount? Account { get; init; }

    /// <summary>When the person signed in; later states of the same sign-in keep it.</summary>
    /// <value>Null when it is not known.</value>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>When the refresh token was received.</summary>
    public required DateTimeOffset Saved { get; init; }

    /// <summary>Describes the entry without its key and its token.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Sign-in of {Account?.Id ?? "an unnamed account"} (version {Version}), saved {Saved:u}");
}
