namespace OneDrive.Sdk;

/// <summary>How the client repeats calls that the service or the network turned away.</summary>
public sealed class OneDriveRetryOptions
{
    /// <summary>Which answers are retried.</summary>
    /// <value>Default: <see cref="RetryMode.WhenStatusCodeMatches"/>.</value>
    public RetryMode Mode { get; set; } = RetryMode.WhenStatusCodeMatches;

    /// <summary>The statuses that are retried when <see cref="Mode"/> is <see cref="RetryMode.WhenStatusCodeMatches"/>.</summary>
    /// <value>Default: 408, 423, 429, 500, 502, 503, 504, 509.</value>
    public ISet<int> StatusCodes { get; set; } = new HashSet<int> { 408, 423, 429, 500, 502, 503, 504, 509 };

    /// <summary>
    /// The same list as text for configuration files, such as <c>429|503|423</c>; replaces <see cref="StatusCodes"/> when set.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? StatusCodeList { get; set; }

    /// <summary>How many times one call is repeated after its first attempt, 0 to 100.</summary>
    /// <value>Default: 5.</value>
    public int MaxRetryAttempts { get; set; } = 5;

    /// <summary>Whether the client's own delays double with each attempt; otherwise each is <see cref="BaseDelay"/>.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool UseExponentialBackoff { get; set; } = true;

    /// <summary>The first delay when the service asks for none, before jitter.</summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest delay of the client's own choosing. A wish of the service (Retry-After) is never shortened to it.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest Retry-After that the client waits for. A longer wish ends in a <see cref="ThrottledException"/> at once; zero never
    /// waits.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long one attempt may pass without a byte sent or received, 1 second or more; a slow but moving transfer is never cut off.
    /// </summary>
    /// <value>Default: 100 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);
}
