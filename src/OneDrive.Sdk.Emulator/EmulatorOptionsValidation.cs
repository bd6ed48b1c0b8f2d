namespace OneDrive.Sdk.Emulator;

/// <summary>Finds options that cannot work, before anything starts.</summary>
internal static class EmulatorOptionsValidation
{
    public static void Validate(EmulatorOptions options)
    {
        Require(options.Port is >= 0 and <= 65_535, nameof(options.Port), "must be from 0 to 65535");
        Require(options.ListenAddress is not null, nameof(options.ListenAddress), "must not be null");
        Require(options.Latency >= TimeSpan.Zero, nameof(options.Latency), "must not be negative");
        Require(options.MaxBytesPerSecond is null or > 0, nameof(options.MaxBytesPerSecond), "must be positive");
        Require(options.TimeProvider is not null, nameof(options.TimeProvider), "must not be null");
        Require(options.PageSize > 0, nameof(options.PageSize), "must be positive");
        Require(!string.IsNullOrWhiteSpace(options.TenantId), nameof(options.TenantId), "must not be empty");
        Require(!string.IsNullOrWhiteSpace(options.TenantDomain), nameof(options.TenantDomain), "must not be empty");
        Require(options.AccessTokenLifetime > TimeSpan.Zero, nameof(options.AccessTokenLifetime), "must be positive");
        Require(options.AuthorizationCodeLifetime > TimeSpan.Zero, nameof(options.AuthorizationCodeLifetime), "must be positive");
        Require(options.DeviceCodeLifetime > TimeSpan.Zero, nameof(options.DeviceCodeLifetime), "must be positive");
        Require(options.DeviceCodeInterval >= TimeSpan.Zero, nameof(options.DeviceCodeInterval), "must not be negative");
        Require(options.RefreshTokenLifetime > TimeSpan.Zero, nameof(options.RefreshTokenLifetime), "must be positive");
        Require(options.RefreshAdvice is null || options.RefreshAdvice > TimeSpan.Zero, nameof(options.RefreshAdvice), "must be positive");
        Require(options.UploadSessionLifetime > TimeSpan.Zero, nameof(options.UploadSessionLifetime), "must be positive");
        Require(options.DownloadUrlLifetime > TimeSpan.Zero, nameof(options.DownloadUrlLifetime), "must be positive");
        Require(options.CopyPolls >= 0, nameof(options.CopyPolls), "must not be negative");
        Require(options.MaxFragmentSize > 0, nameof(options.MaxFragmentSize), "must be positive");
        Require(options.MaxSimpleUploadSize >= 0, nameof(options.MaxSimpleUploadSize), "must not be negative");
        Require(options.LargestContentInMemory >= 0, nameof(options.LargestContentInMemory), "must not be negative");
        Require(
            options.DataFolder is null || !string.IsNullOrWhiteSpace(options.DataFolder), nameof(options.DataFolder), "must not be empty");
        Require(
            options.DataFolder is null || !options.DiscardContent,
            nameof(options.DataFolder),
            "keeps content, but EmulatorOptions.DiscardContent discards it. Set only one of them");
        Require(options.MaxRecordedExchanges >= 0, nameof(options.MaxRecordedExchanges), "must not be negative");
    }

    private static void Require(bool isGood, string name, string rule)
    {
        if (!isGood)
        {
            throw new ArgumentException($"EmulatorOptions.{name} {rule}.", name);
        }
    }
}
