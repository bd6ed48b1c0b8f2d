namespace OneDrive.Sdk.StressTests.Weather;

/// <summary>What came of a random transfer.</summary>
/// <param name="Number">Which one.</param>
/// <param name="Plan">What it was about.</param>
/// <param name="Faults">How many faults struck.</param>
/// <param name="IsRecoverable">Whether every fault was one that a client can survive.</param>
/// <param name="Error">What the library threw; null when it said that all is well.</param>
/// <param name="Problems">What the oracle found.</param>
internal sealed record TransferOutcome(
    int Number, TransferPlan Plan, int Faults, bool IsRecoverable, Exception? Error, IReadOnlyList<string> Problems)
{
    internal bool IsWrong => Problems.Count > 0;

    internal bool HasSucceeded => Error is null && !IsWrong;
}
