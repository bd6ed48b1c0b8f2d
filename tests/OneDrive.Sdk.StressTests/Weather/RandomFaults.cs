using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Service;

namespace OneDrive.Sdk.StressTests.Weather;

/// <summary>The weather of a random transfer: each request may meet each of these faults.</summary>
internal static class RandomFaults
{
    private const EmulatorOperation Create = EmulatorOperation.CreateUploadSession;
    private const EmulatorOperation Fragment = EmulatorOperation.UploadFragment;
    private const EmulatorOperation Status = EmulatorOperation.UploadStatus;
    private const EmulatorOperation Single = EmulatorOperation.PutContent;
    private const EmulatorOperation Redirect = EmulatorOperation.GetContent;
    private const EmulatorOperation Bytes = EmulatorOperation.Download;

    private static readonly EmulatorOperation[] All = [Create, Fragment, Status, Single, Redirect, Bytes];

    /// <summary>Where addresses are used that are good for a short time only.</summary>
    private static readonly EmulatorOperation[] Anonymous = [Fragment, Status, Bytes];

    private static readonly int[] LostAddress = [401, 403, 404];

    private static readonly int[] Final = [409, 412, 507];

    internal static IReadOnlyList<Fault> Choose(Random random)
    {
        // From a fine day to one on which every third request meets something.
        var chance = random.NextDouble() * 0.02;
        List<Fault> faults = [];
        faults.AddRange(Always(random).Select(fault => (fault.Operations.Count > 0 ? fault : fault.On(All)).WithProbability(chance)));
        faults.AddRange(
            LostAddress.Select(status => Fault.Status(status).On(Anonymous).WithProbability(chance / 4)));
        faults.Add(Fault.ExpireSession().On(Fragment, Status).WithProbability(chance / 4));
        faults.Add(Fault.RevokeSession().On(Fragment, Status).WithProbability(chance / 4));

        // What no repetition can heal.
        if (random.Next(10) == 0)
            faults.Add(Fault.Status(Final[random.Next(Final.Length)]).On(All).After(random.Next(12)));
        return faults;
    }

    /// <summary>Whether the recorded exchange met a fault that may end the transfer.</summary>
    internal static bool IsFinal(TrafficEntry entry) => entry is { Fault: FaultKind.Status, StatusCode: 409 or 412 or 507 };

    /// <summary>Whether the recorded exchange met a fault that costs the session.</summary>
    internal static bool EndsSession(TrafficEntry entry) =>
        entry.Operation is Fragment or Status
        && (entry.Fault is FaultKind.ExpireSession || entry is { Fault: FaultKind.Status, StatusCode: 401 or 403 or 404 });

    private static IEnumerable<Fault> Always(Random random) =>
    [
        Fault.DropConnection(),
        Fault.DropConnectionAfterRequestBytes(random.Next(StressService.Unit)).On(Fragment, Single),
        Fault.DropConnectionAfterResponseBytes(random.Next(200)),
        Fault.DropConnectionAfterResponseBytes(random.Next(1_000_000)).On(Bytes),
        Fault.Stall(),
        Fault.StallAfterRequestBytes(random.Next(StressService.Unit)).On(Fragment, Single),
        Fault.StallAfterResponseBytes(random.Next(1_000_000)).On(Bytes),
        Fault.Throttle(TimeSpan.FromSeconds(random.Next(1, 5))),
        Fault.Status(408),
        Fault.Status(423),
        Fault.Status(500),
        Fault.Status(503),
        Fault.Status(503, retryAfter: TimeSpan.FromSeconds(1)),
        Fault.Status(504),
        Fault.Status(416).On(Fragment),
        Fault.LoseAcknowledgement(),
        Fault.TruncateBody(random.Next(100)),
        Fault.TruncateBody(random.Next(1_000_000)).On(Bytes),
        Fault.MalformedJson(),
    ];
}
