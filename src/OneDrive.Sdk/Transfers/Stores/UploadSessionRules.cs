namespace OneDrive.Sdk.Transfers;

/// <summary>Validates the arguments of every upload session store.</summary>
internal static class UploadSessionRules
{
    internal static void Require(UploadSessionRecord record, long expectedVersion)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentException.ThrowIfNullOrEmpty(record.Key, nameof(record));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (record.Version <= expectedVersion)
            throw new ArgumentException("The version of the record must be higher than the expected version.", nameof(record));
    }

    internal static void RequireLease(string key, string owner, TimeSpan duration)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
    }
}
