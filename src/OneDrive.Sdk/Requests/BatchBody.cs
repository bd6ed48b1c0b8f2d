namespace OneDrive.Sdk.Requests;

/// <summary>The body that carries several requests.</summary>
[JsonRequest]
internal sealed partial class BatchBody
{
    public required IReadOnlyList<BatchEntry> Requests { get; init; }
}
