namespace OneDrive.Sdk.Json;

/// <summary>The answers to several requests, in any order.</summary>
internal sealed class BatchAnswers
{
    public IReadOnlyList<BatchAnswer> Responses { get => field ?? []; init; }
}
