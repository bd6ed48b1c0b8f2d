namespace OneDrive.Sdk;

/// <summary>Options for retries of failed calls.</summary>
public sealed class OneDriveRetryOptions
{
    private const int DefaultMaxRetryAttempts = 5;

    private int? _maxRetryAttempts;
    private TimeSpan? _maxElapsed;

    /// <summary>Which responses are retried.</summary>
    /// <value>Default: <see cref="RetryMode.WhenStatusCodeMatches"/>.</value>
    public RetryMode Mode { get; set; } = RetryMode.WhenStatusCodeMatches;

    /// <summary>The status codes that are retried when <see cref="Mode"/> is <see cref="RetryMode.WhenStatusCodeMatches"/>.</summary>
    /// <value>Default: 408, 423, 429, 500, 502, 503, 504, 509.</value>
    public ISet<int> StatusCodes { get; set; } = new HashSet<int> { 408, 423, 429, 500, 502, 503, 504, 509 };

    /// <summary>
    /// The same list as text for configuration files, such as <c>429|503|423</c>; replaces <see cref="StatusCodes"/> when set.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? StatusCodeList { get; set; }

    /// <summary>
    /// The maximum number of retries of a call after its first attempt, 0 (never) to 100. The default applies to 5xx responses and broken
    /// connections; a value that you set applies to throttled calls (429, 423, 503 with Retry-After) as well.
    /// </summary>
    /// <value>Default: 5.</value>
    public int MaxRetryAttempts
    {
        get => _maxRetryAttempts ?? DefaultMaxRetryAttempts;
        set => _maxRetryAttempts = value;
    }

    /// <summary>
    /// How long a throttled call (429, 423, 503 with Retry-After) is retried, from its first rejection on. In a transfer the time is reset
    /// by each fragment that the service acknowledges. Ignored if only <see cref="MaxRetryAttempts"/> is set.
    /// </summary>
    /// <value>Default: 15 minutes.</value>
    public TimeSpan MaxElapsed
    {
        get => _maxElapsed ?? TimeSpan.FromMinutes(15);
        set => _maxElapsed = value;
    }

    /// <summary>Whether the delay doubles with each retry; otherwise each delay is <see cref="BaseDelay"/>.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool UseExponentialBackoff { get; set; } = true;

    /// <summary>The first delay when the service does not return <c>Retry-After</c>, before jitter.</summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The maximum delay computed by the client. A <c>Retry-After</c> of the service is not limited by it.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest <c>Retry-After</c> that the client waits for. A longer value throws a <see cref="ThrottledException"/> immediately. With
    /// zero the client never waits: every failure is thrown immediately, for applications with their own queue.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an attempt may last without a byte sent or received, 1 second or more. A slow transfer that makes progress is not
    /// cancelled.
    /// </summary>
    /// <value>Default: 100 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    internal bool IsMaxRetryAttemptsSet => _maxRetryAttempts is not null;

    internal bool IsMaxElapsedSet => _maxElapsed is not null;
}
