namespace ResilienceDemo;

/// <summary>One line of the worker's report.</summary>
/// <param name="Kind">progress, done or retry.</param>
/// <param name="Index">Which file.</param>
/// <param name="Bytes">Acknowledged bytes.</param>
/// <param name="ResumedFrom">From which byte the upload went on, when it went on.</param>
/// <param name="Integrity">How the comparison of hashes ended.</param>
/// <param name="Cause">Why something was repeated.</param>
internal sealed record WorkerReport(
    string Kind, int Index = 0, long Bytes = 0, long? ResumedFrom = null, string? Integrity = null, string? Cause = null)
{
    internal const string Progress = "progress";
    internal const string Done = "done";
    internal const string Retry = "retry";
}
