using System.Globalization;
using OneDrive.Sdk.Emulator.Control;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Recording;

/// <summary>Which exchanges a request for the recording means.</summary>
internal sealed class TrafficFilter
{
    /// <summary>The parameters that it is read from.</summary>
    public static string[] Parameters => ["owner", "operation", "method", "pathContains", "status", "faulted", "after"];

    private readonly string? _owner;
    private readonly EmulatorOperation? _operation;
    private readonly string? _method;
    private readonly string? _path;
    private readonly string? _status;
    private readonly bool? _faulted;
    private readonly long _after;

    public TrafficFilter(ControlRequest request, OwnerLookup owners)
    {
        _owner = owners.Find(request)?.Name;
        _operation = request.Choice<EmulatorOperation>("operation");
        _method = request.Parameter("method");
        _path = request.Parameter("pathContains");
        _status = request.Parameter("status")?.ToLowerInvariant();
        _faulted = request.Parameter("faulted") is null ? null : request.Flag("faulted");
        _after = request.Number("after", 0, 0, long.MaxValue);
        if (_status is not (null or "none" or [>= '1' and <= '5', 'x', 'x'])
            && !(int.TryParse(_status, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599))
        {
            throw GraphError.InvalidRequest("The parameter 'status' must be a number such as 404, a class such as 4xx, or none.");
        }
    }

    public bool Matches(TrafficEntry entry)
        => entry.Sequence > _after
            && (_operation is null || entry.Operation == _operation)
            && (_method is null || entry.Method.Equals(_method, StringComparison.OrdinalIgnoreCase))
            && (_owner is null || entry.Owners.Contains(_owner, StringComparer.OrdinalIgnoreCase))
            && (_faulted is null || entry.Fault is not null == _faulted)
            && (_path is null || HoldsPath(entry, _path))
            && (_status is null || HasStatus(entry, _status));

    private static bool HoldsPath(TrafficEntry entry, string path)
        => entry.Target.Contains(path, StringComparison.OrdinalIgnoreCase)
            || Uri.UnescapeDataString(entry.Target).Contains(path, StringComparison.OrdinalIgnoreCase)
            || entry.ItemPath?.Contains(path, StringComparison.OrdinalIgnoreCase) is true;

    private static bool HasStatus(TrafficEntry entry, string status) => (status, entry.StatusCode) switch
    {
        ("none", var code) => code is null,
        (_, null) => false,
        ([var digit, 'x', 'x'], { } code) => code / 100 == digit - '0',
        (_, { } code) => code.ToString(CultureInfo.InvariantCulture) == status,
    };
}
