namespace OneDrive.Sdk.StressTests.Kill;

/// <summary>What came of one round: a transfer that was killed some times before it could end.</summary>
/// <param name="Round">Which one.</param>
/// <param name="Kills">How often the process was killed.</param>
/// <param name="Resumed">How many processes went on from bytes that an earlier one had transferred.</param>
/// <param name="Problems">What the oracle found.</param>
internal sealed record RoundResult(int Round, int Kills, int Resumed, IReadOnlyList<string> Problems);
