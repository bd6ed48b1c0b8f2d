namespace OneDrive.Sdk;

/// <summary>How the client repeats calls that the service or the network turned away.</summary>
public sealed class OneDriveRetryOptions
{
    private const int DefaultMaxRetryAttempts = 5;

    private int? _maxRetryAttempts;
    private TimeSpan? _maxElapsed;

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

    /// <summary>
    /// How many times a call is repeated after its first attempt, 0 (never) to 100. The default counts 5xx answers and broken connections;
    /// a number that you set counts refusals (429, 423, 503 with Retry-After) as well.
    /// </summary>
    /// <value>Default: 5.</value>
    public int MaxRetryAttempts
    {
        get => _maxRetryAttempts ?? DefaultMaxRetryAttempts;
        set => _maxRetryAttempts = value;
    }

    /// <summary>
    /// How long a call that the service refuses (429, 423, 503 with Retry-After) is repeated, from its first refusal on; in a transfer
    /// the time starts anew with each fragment that the service acknowledges. Not applied when only <see cref="MaxRetryAttempts"/> is set.
    /// </summary>
    /// <value>Default: 15 minutes.</value>
    public TimeSpan MaxElapsed
    {
        get => _maxElapsed ?? TimeSpan.FromMinutes(15);
        set => _maxElapsed = value;
    }

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
    /// The longest Retry-After that the client waits for. A longer one ends in a <see cref="ThrottledException"/> at once. With zero the
    /// client waits for nothing: every refusal and every failure is thrown at once, for applications that have a queue of their own.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long one attempt may pass without a byte sent or received, 1 second or more; a slow but moving transfer is never cut off.
    /// </summary>
    /// <value>Default: 100 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    internal bool IsMaxRetryAttemptsSet => _maxRetryAttempts is not null;

    internal bool IsMaxElapsedSet => _maxElapsed is not null;
}
