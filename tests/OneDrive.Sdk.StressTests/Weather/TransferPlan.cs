using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Service;

namespace OneDrive.Sdk.StressTests.Weather;

/// <summary>What one random transfer is about. Everything follows from the seed and the number.</summary>
internal sealed record TransferPlan
{
    private const int LongestFragments = 6;

    internal required int Seed { get; init; }

    internal required int Length { get; init; }

    internal required EmulatorDriveType DriveType { get; init; }

    internal required ConflictBehavior Conflict { get; init; }

    /// <summary>Whether another file has the name already.</summary>
    internal required bool IsTaken { get; init; }

    /// <summary>Whether the source can be read again, and the destination written again.</summary>
    internal required bool CanSeek { get; init; }

    internal required bool HasResumeKey { get; init; }

    internal required IReadOnlyList<Fault> Faults { get; init; }

    internal static TransferPlan Of(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        return new TransferPlan
        {
            Seed = random.Next(),
            Length = NextLength(random),
            DriveType = random.Next(2) == 0 ? EmulatorDriveType.Personal : EmulatorDriveType.Business,
            Conflict = (ConflictBehavior)random.Next(3),
            IsTaken = random.Next(3) == 0,
            CanSeek = random.Next(4) > 0,
            HasResumeKey = random.Next(2) == 0,
            Faults = RandomFaults.Choose(random),
        };
    }

    public override string ToString() =>
        $"{Length} bytes, {DriveType}, {Conflict}{(IsTaken ? ", name taken" : "")}{(CanSeek ? "" : ", forward only")}"
        + (HasResumeKey ? ", with a resume key" : "");

    // Lengths around the edges are as likely as any other.
    private static int NextLength(Random random) => random.Next(4) switch
    {
        0 => random.Next(3),
        1 => Math.Max(0, (random.Next(1, LongestFragments) * StressService.Unit) + random.Next(-1, 2)),
        2 => random.Next(StressService.Unit),
        _ => random.Next(LongestFragments * StressService.Unit),
    };
}
