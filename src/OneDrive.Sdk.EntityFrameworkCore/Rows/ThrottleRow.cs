namespace OneDrive.Sdk.EntityFramework;

/// <summary>What the processes of one principal know together of the service's limits.</summary>
internal sealed class ThrottleRow
{
    /// <summary>The hash of the principal.</summary>
    public required string Id { get; init; }

    /// <summary>Grows with each change, the concurrency token.</summary>
    public required long Version { get; init; }

    public required byte[] Content { get; init; }
}
