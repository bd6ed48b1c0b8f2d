using System.Globalization;

namespace OneDrive.Sdk.Authentication;

/// <summary>The stored sign-in of one user. It contains the refresh token, which is a secret that allows access as the user.</summary>
public sealed class TokenStoreEntry
{
    /// <summary>
    /// The key of the entry, derived from the application, the cloud, the tenant and the key of the user. The format is internal to the
    /// SDK.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The version of the entry. Each saved version is higher than the one before, even after the entry was removed.</summary>
    public required long Version { get; init; }

    /// <summary>The refresh token. This value is a secret.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>The scopes that were granted.</summary>
    /// <value>Default: empty, they are not known.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The account of the user.</summary>
    /// <value><see langword="null"/> if an identity token was not requested.</value>
    public UserAccount? Account { get; init; }

    /// <summary>When the user signed in; later states of the same sign-in keep it.</summary>
    /// <value>Null when it is not known.</value>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>When the refresh token was received.</summary>
    public required DateTimeOffset Saved { get; init; }

    /// <summary>Describes the entry without its key and its token.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Sign-in of {Account?.Id ?? "an unnamed account"} (version {Version}), saved {Saved:u}");

    /// <summary>Validates the arguments of <see cref="ITokenStore.TrySaveAsync"/>.</summary>
    internal static void ThrowIfNotNext(TokenStoreEntry entry, long expectedVersion)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(entry.Key, nameof(entry));
        ArgumentException.ThrowIfNullOrEmpty(entry.RefreshToken, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (entry.Version <= expectedVersion)
        {
            throw new ArgumentException("The version of the entry must be higher than the expected version.", nameof(entry));
        }
    }
}
