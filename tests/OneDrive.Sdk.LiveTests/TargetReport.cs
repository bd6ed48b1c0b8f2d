namespace OneDrive.Sdk.LiveTests;

/// <summary>What the checks found on one service.</summary>
internal sealed class TargetReport(string name)
{
    internal string Name { get; } = name;

    internal int Passed { get; set; }

    internal int Failed { get; set; }

    /// <summary>Checks that need something which this drive does not have.</summary>
    internal int NotRun { get; set; }

    /// <summary>What was observed, by name: compared between the service and the emulator, never a reason to fail.</summary>
    internal Dictionary<string, string> Observations { get; } = new(StringComparer.Ordinal);
}
