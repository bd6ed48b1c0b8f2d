namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>A copy that was ordered, and what became of it.</summary>
internal sealed record CopyRecord
{
    public required string Id { get; init; }

    public required string DriveId { get; init; }

    public int Polls { get; init; }

    public int PollsLeft { get; init; }

    public string? ResultId { get; init; }

    public FailureRecord? Error { get; init; }

    public IReadOnlyList<FailureRecord>? Failures { get; init; }
}
