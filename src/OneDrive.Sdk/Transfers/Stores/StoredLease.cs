namespace OneDrive.Sdk.Transfers;

/// <summary>Who may work on an upload, as it is written to a file.</summary>
internal sealed class StoredLease
{
    public required string Owner { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public required string Machine { get; init; }

    public required int ProcessId { get; init; }

    public required DateTimeOffset ProcessStarted { get; init; }
}
