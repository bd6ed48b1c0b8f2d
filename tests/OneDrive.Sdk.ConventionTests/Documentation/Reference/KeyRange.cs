namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>The range of a key. <see cref="ConfigurationReferenceTests"/> tries both bounds and the values beyond them.</summary>
/// <param name="Text">The range, in words.</param>
/// <param name="Accepted">Values at the bounds.</param>
/// <param name="Rejected">Values beyond them.</param>
internal sealed record KeyRange(string Text, string[] Accepted, string[] Rejected)
{
    private static readonly KeyRange ZeroToDays = new("0 to 24 days", ["00:00:00", "24.00:00:00"], ["-00:00:01", "24.00:00:01"]);

    private static readonly KeyRange Positive = new("0 or more", ["00:00:00", "100.00:00:00"], ["-00:00:01"]);

    internal static IReadOnlyDictionary<string, KeyRange> All { get; } = new Dictionary<string, KeyRange>(StringComparer.Ordinal)
    {
        ["MaxConcurrentRequests"] = new("1 to 256", ["1", "256"], ["0", "257"]),
        ["ResourceUnitsPerMinute"] = new("1 or more", ["1", "100000"], ["0.5"]),
        ["RetryCountMax"] = new("0 to 100", ["0", "100"], ["-1", "101"]),
        ["Retry:MaxRetryAttempts"] = new("0 to 100", ["0", "100"], ["-1", "101"]),
        ["Retry:MaxElapsed"] = ZeroToDays,
        ["Retry:BaseDelay"] = new("more than 0, up to `MaxDelay`", ["00:00:00.0010000", "00:00:30"], ["00:00:00", "00:00:31"]),
        ["Retry:MaxDelay"] = new("`BaseDelay` to 24 days", ["00:00:01", "24.00:00:00"], ["00:00:00.9", "24.00:00:01"]),
        ["Retry:MaxRetryAfter"] = ZeroToDays,
        ["Retry:AttemptTimeout"] = new("1 second to 24 days", ["00:00:01", "24.00:00:00"], ["00:00:00.9", "24.00:00:01"]),
        ["Transfers:SingleRequestLimit"] = new("0 to 250,000,000 bytes", ["0", "250000000"], ["-1", "250000001"]),
        ["Transfers:FragmentSize"] =
            new("multiples of 327,680 bytes, below 62,914,560", ["327680", "62586880"], ["0", "327681", "62914560"]),
        ["Transfers:ParallelRanges"] = new("1 to 16", ["1", "16"], ["0", "17"]),
        ["Transfers:ParallelThreshold"] = new("0 bytes or more", ["0", "1000000000000"], ["-1"]),
        ["Transfers:RangeSize"] = new("65,536 to 1,073,741,824 bytes", ["65536", "1073741824"], ["65535", "1073741825"]),
        ["Transfers:MaxBytesPerSecond"] = new("1,024 or more", ["1024", "1000000000000"], ["1023"]),
        ["ClientCertificate:AssertionLifetime"] = new("1 to 10 minutes", ["00:01:00", "00:10:00"], ["00:00:59", "00:10:01"]),
        ["ClientCertificate:MaxRetryAfter"] = Positive,
        ["ClientCertificate:ExpiryWarning"] = Positive,
        ["ClientSecret:MaxRetryAfter"] = Positive,
        ["ClientSecret:ExpiryWarning"] = Positive,
        ["AuthorizationCode:SessionLifetime"] = new("1 minute to 1 hour", ["00:01:00", "01:00:00"], ["00:00:59", "01:00:01"]),
        ["AuthorizationCode:MaxRetryAfter"] = Positive,
        ["AuthorizationCode:ExpiryWarning"] = Positive,
        ["DeviceCode:MaxRetryAfter"] = Positive,
        ["AadV1:SessionLifetime"] = new("1 minute to 1 hour", ["00:01:00", "01:00:00"], ["00:00:59", "01:00:01"]),
        ["AadV1:MaxRetryAfter"] = Positive,
        ["OnBehalfOf:MaxRetryAfter"] = Positive,
        ["OnBehalfOf:ExpiryWarning"] = Positive,
    };

    internal static KeyRange? Of(string section, string key) => All.GetValueOrDefault(section.Length == 0 ? key : $"{section}:{key}");
}
