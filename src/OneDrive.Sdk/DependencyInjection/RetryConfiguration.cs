namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The retry options in the shape of a configuration file.</summary>
internal sealed class RetryConfiguration
{
    internal static readonly string[] Keys =
    [
        nameof(Mode), nameof(StatusCodeList), nameof(MaxRetryAttempts), nameof(MaxElapsed),
        nameof(UseExponentialBackoff), nameof(BaseDelay), nameof(MaxDelay), nameof(MaxRetryAfter), nameof(AttemptTimeout),
    ];

    public string? Mode { get; set; }

    public string? StatusCodeList { get; set; }

    public int? MaxRetryAttempts { get; set; }

    public TimeSpan? MaxElapsed { get; set; }

    public bool? UseExponentialBackoff { get; set; }

    public TimeSpan? BaseDelay { get; set; }

    public TimeSpan? MaxDelay { get; set; }

    public TimeSpan? MaxRetryAfter { get; set; }

    public TimeSpan? AttemptTimeout { get; set; }

    internal void ApplyTo(OneDriveRetryOptions options)
    {
        options.Mode = RetryModes.Parse(Mode) ?? options.Mode;
        options.StatusCodeList = StatusCodeList ?? options.StatusCodeList;
        if (MaxRetryAttempts is { } attempts)
            options.MaxRetryAttempts = attempts;
        if (MaxElapsed is { } elapsed)
            options.MaxElapsed = elapsed;
        options.UseExponentialBackoff = UseExponentialBackoff ?? options.UseExponentialBackoff;
        options.BaseDelay = BaseDelay ?? options.BaseDelay;
        options.MaxDelay = MaxDelay ?? options.MaxDelay;
        options.MaxRetryAfter = MaxRetryAfter ?? options.MaxRetryAfter;
        options.AttemptTimeout = AttemptTimeout ?? options.AttemptTimeout;
    }
}
