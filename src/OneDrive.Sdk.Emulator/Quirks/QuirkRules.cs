using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator;

/// <summary>
/// The quirks that strike a request as a fault does. Most strike an address at most once, so that a client that tries again gets through.
/// </summary>
internal sealed class QuirkRules(QuirkPlan plan, Random random)
{
    private const int MostInParallel = 16;
    private const int LargeFragment = 5 * 1024 * 1024;
    private const int BandwidthLimitExceeded = 509;

    private readonly HashSet<(EmulatorQuirk Quirk, string Address)> _rolled = [];
    private HashSet<EmulatorQuirk> _enabled = [];

    public Fault? Choose(Exchange exchange, Route route, int inFlight)
    {
        lock (_rolled)
        {
            _enabled = plan.EnabledFor(exchange.DriveIds);
            return route.Operation switch
            {
                EmulatorOperation.UploadFragment or EmulatorOperation.UploadStatus => OnUpload(exchange, route),
                EmulatorOperation.Token or EmulatorOperation.Authorize or EmulatorOperation.Download => null,
                _ when route.NeedsToken => OnAnything(exchange, inFlight) ?? OnItem(exchange, route),
                _ => null,
            };
        }
    }

    private Fault? OnUpload(Exchange exchange, Route route)
    {
        var session = exchange.Query["guid"] ?? string.Empty;
        if (Strikes(EmulatorQuirk.FreshSessionsAreNotFound, session, 0.5))
        {
            return Fault.Status(404, "itemNotFound");
        }

        if (route.Operation is EmulatorOperation.UploadStatus)
        {
            return null;
        }

        if (exchange.Request.ContentLength > LargeFragment && Strikes(EmulatorQuirk.LargeFragmentsTimeOut, session, 1))
        {
            return Fault.Status(504);
        }

        // What costs a whole session strikes a file once: a client that begins again gets through.
        var file = route.ItemPath ?? session;
        return Strikes(EmulatorQuirk.UploadAddressesEndEarly, file, 0.1) ? Fault.RevokeSession()
            : Strikes(EmulatorQuirk.AcknowledgementsAreLost, file, 0.3) ? Fault.LoseAcknowledgement()
            : Strikes(EmulatorQuirk.BandwidthIsExceeded, session, 0.2) ? Fault.Status(BandwidthLimitExceeded)
            : null;
    }

    private Fault? OnAnything(Exchange exchange, int inFlight)
    {
        var address = $"{exchange.Request.Method} {exchange.Target.RawPath}";
        var agent = exchange.Header("User-Agent") ?? string.Empty;
        if (inFlight > MostInParallel && _enabled.Contains(EmulatorQuirk.ParallelRequestsAreThrottled))
        {
            return Fault.Throttle(TimeSpan.FromSeconds(1));
        }

        return Strikes(EmulatorQuirk.ThrottlingWithoutAdvice, address, 0.05) ? Fault.Throttle()
            : Strikes(EmulatorQuirk.GoodTokensExpire, address, 0.05) ? Fault.Status(401, "InvalidAuthenticationToken")
            : !IsDecorated(agent) && Strikes(EmulatorQuirk.UndecoratedAgentsAreThrottled, address, 0.3)
                ? Fault.Throttle(TimeSpan.FromSeconds(1))
            : Strikes(EmulatorQuirk.AnswersAreSlow, address, 0.05) ? Fault.Delay(TimeSpan.FromSeconds(20))
            : null;
    }

    private Fault? OnItem(Exchange exchange, Route route)
    {
        var address = exchange.Target.RawPath;
        var hasTag = exchange.Header("If-Match") is not null;
        return route.Operation switch
        {
            EmulatorOperation.CreateUploadSession when hasTag && _enabled.Contains(EmulatorQuirk.SessionsMissTheirTag) => Fault.Status(412),
            EmulatorOperation.CreateUploadSession when Strikes(EmulatorQuirk.FreshFoldersAreNotFound, address, 0.5) => Fault.Status(404),
            EmulatorOperation.UpdateItem when hasTag && Strikes(EmulatorQuirk.ChangesMissTheirTag, address, 0.5) => Fault.Status(412),
            EmulatorOperation.UpdateItem when Strikes(EmulatorQuirk.FreshFilesCannotBeChanged, address, 0.3) => Fault.Status(503),
            EmulatorOperation.UpdateItem or EmulatorOperation.DeleteItem or EmulatorOperation.PutContent
                when Strikes(EmulatorQuirk.ItemsAreLocked, address, 0.2) => Fault.Status(423),
            EmulatorOperation.GetItem when IsById(address) && Strikes(EmulatorQuirk.IdsAreNotFound, address, 0.3) => Fault.Status(404),
            EmulatorOperation.DeleteItem
                when IsById(address) && Strikes(EmulatorQuirk.DeletionsAreNotFound, address, 0.5) => Fault.Status(404),
            EmulatorOperation.CreateFolder when _enabled.Contains(EmulatorQuirk.FolderAnswersAreEmpty) => Fault.TruncateBody(0),
            EmulatorOperation.ListDrives when Strikes(EmulatorQuirk.DriveListsAreRefused, address, 1) => Fault.Status(403),
            EmulatorOperation.StartCopy when Strikes(EmulatorQuirk.CopyDestinationsAreNotFound, address, 1) => Fault.Status(404),
            EmulatorOperation.ListChildren when exchange.Target.RawQuery.Contains("skiptoken", StringComparison.OrdinalIgnoreCase)
                && Strikes(EmulatorQuirk.PagingTokensAreInvalid, exchange.Target.RawQuery, 1) => Fault.Status(400, "invalidRequest"),
            EmulatorOperation.RenewSubscription when _enabled.Contains(EmulatorQuirk.RenewalsAreRedirected) => Fault.Status(308),
            _ => null,
        };
    }

    private bool Strikes(EmulatorQuirk quirk, string address, double probability)
        => _enabled.Contains(quirk) && _rolled.Add((quirk, address)) && random.NextDouble() < probability;

    private static bool IsById(string address) => address.Contains("/items/", StringComparison.OrdinalIgnoreCase);

    private static bool IsDecorated(string agent)
        => agent.StartsWith("ISV|", StringComparison.Ordinal) || agent.StartsWith("NONISV|", StringComparison.Ordinal);
}
