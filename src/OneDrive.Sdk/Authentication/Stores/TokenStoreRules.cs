namespace OneDrive.Sdk.Authentication;

/// <summary>What every token store demands of its callers.</summary>
internal static class TokenStoreRules
{
    internal static void Require(TokenStoreEntry entry, long expectedVersion)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(entry.Key, nameof(entry));
        ArgumentException.ThrowIfNullOrEmpty(entry.RefreshToken, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (entry.Version <= expectedVersion)
            throw new ArgumentException("The version of the entry must be higher than the expected version.", nameof(entry));
    }
}
