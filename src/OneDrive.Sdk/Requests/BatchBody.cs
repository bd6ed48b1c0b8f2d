namespace OneDrive.Sdk.Requests;

/// <summary>The body that carries several requests.</summary>
internal sealed class BatchBody
{
    public required IReadOnlyList<BatchEntry> Requests { get; init; }
}
