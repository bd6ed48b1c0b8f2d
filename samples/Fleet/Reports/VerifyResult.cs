namespace OneDrive.Sdk.Fleet.Reports;

/// <summary>What a comparison with the drive found.</summary>
internal sealed class VerifyResult
{
    internal long Same { get; set; }

    internal long NotEnded { get; set; }

    internal long Failed { get; set; }

    /// <summary>Items of the drive that no copy knows; they do not make the result wrong.</summary>
    internal long Others { get; set; }

    internal List<string> Problems { get; } = [];

    internal bool IsComplete => Problems.Count == 0 && NotEnded == 0 && Failed == 0;
}
