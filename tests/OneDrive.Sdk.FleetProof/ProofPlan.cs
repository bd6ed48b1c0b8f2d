namespace OneDrive.Sdk.FleetProof;

/// <summary>The files and the faults of a run.</summary>
internal sealed class ProofPlan(bool isLong, int? files, int seed)
{
    internal const int Workers = 3;

    internal int Seed => seed;

    internal bool IsLong => isLong;

    internal int Files => files ?? (isLong ? 200_000 : 5_000);

    /// <summary>1 to 10 MB.</summary>
    internal int MediumFiles => isLong ? 0 : Math.Min(100, Files / 50);

    /// <summary>40 MB, in fragments.</summary>
    internal int LargeFiles => isLong ? 0 : 5;

    /// <summary>How often a worker is killed: at a random moment, or while a large file is half sent.</summary>
    internal int Kills => isLong ? 20 : 8;

    internal int FilesPerBatch => isLong ? 500 : 100;

    /// <summary>Resource units in <see cref="Window"/> before the limit is halved.</summary>
    internal long Limit => isLong ? 4_000 : 900;

    internal static TimeSpan Window => TimeSpan.FromSeconds(5);
}
