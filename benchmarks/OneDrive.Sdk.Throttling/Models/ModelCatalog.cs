namespace OneDrive.Sdk.Throttling.Models;

/// <summary>All models by name. The targets are those for 64 workers.</summary>
internal static class ModelCatalog
{
    internal const double Latency = 0.15;

    internal static IReadOnlyList<ModelEntry> All { get; } =
    [
        new("a", "window, RateLimit headers", 0.95, 1, () => new WindowModel { HeadersFrom = 0 }),
        new("b", "window, no headers", 0.95, 5, () => new WindowModel()),
        new("c", "bucket with debt", 0.87, 5, () => new BucketModel { ChargesRefusals = true }),
        new("d", "window, halved in mid-run", 0.90, 6, () => new WindowModel { Change = (180, 0.5) }),
        new("e", "12 at a time, 503", 0.95, null, () => new CrowdModel(12, null, Latency)),
        new("e2", "12 at a time, 503 with Retry-After", 0.95, null, () => new CrowdModel(12, "5", Latency)),
        new("f", "penalty after 3 violations", 0.75, 3, () => new PenaltyModel(3)),
        new("f2", "penalty at once", 0.75, 3, () => new PenaltyModel(1)),
        new("f2b", "penalty at once, with a budget", 0.85, 3, () => new PenaltyModel(1), ServerModel.Limit),
        new("h", "bucket with RateLimit headers", 0.95, 1, () => new BucketModel { HasHeaders = true }),
        new("i", "2 % of requests 503 with Retry-After", 0.90, null, () => new FlakyModel("1")),
        new("j0", "window, Retry-After: 0", 0.93, 12, () => new WindowModel { RetryAfter = "0" }),
        new("j1", "window, no Retry-After", 0.93, 12, () => new WindowModel { RetryAfter = "" }),
        new("k", "sliding minute", 0.85, 12, () => new SlidingModel(chargesRefusals: false)),
        new("k2", "sliding minute, refusals are charged", 0.80, 12, () => new SlidingModel(chargesRefusals: true)),
        new("l", "bucket without debt", 0.90, 12, () => new BucketModel()),
        new("l1", "bucket without debt and Retry-After", 0.85, 20, () => new BucketModel { HasRetryAfter = false }),
        new("m", "window, headers from 80 % on", 0.95, 5, () => new WindowModel { HeadersFrom = 0.8 }),
        new("n", "window, doubled in mid-run", 0.65, 12, () => new WindowModel { Change = (180, 2) }),
        new("o", "large bucket with RateLimit headers", 0.90, 1, () => new BucketModel { HasHeaders = true, Capacity = ServerModel.Limit }),
    ];
}
