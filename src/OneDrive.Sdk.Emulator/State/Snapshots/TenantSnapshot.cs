namespace OneDrive.Sdk.Emulator.State.Snapshots;

/// <summary>Everything that there was, except for sign-ins and keys: clients keep their tokens.</summary>
internal sealed record TenantSnapshot(long Number, DateTimeOffset Taken)
{
    public required IReadOnlyList<OwnerSnapshot> Owners { get; init; }

    public required IReadOnlyList<(EmulatorApplication Application, EmulatorApplication.Registration Registration)> Applications
    {
        get;
        init;
    }

    public required IReadOnlyList<FaultPlan.ActiveFault> Faults { get; init; }

    public required IReadOnlyList<EmulatorQuirk> Quirks { get; init; }

    public required ServiceLimits? Limits { get; init; }

    public required string? Claims { get; init; }

    public required TimeSpan ClockOffset { get; init; }

    public OwnerSnapshot? Find(DriveOwner owner) => Owners.FirstOrDefault(snapshot => snapshot.Owner.Id == owner.Id);

    public void Release()
    {
        foreach (var owner in Owners)
        {
            owner.Release();
        }
    }
}
