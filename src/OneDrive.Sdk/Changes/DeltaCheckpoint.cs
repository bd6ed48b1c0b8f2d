namespace OneDrive.Sdk;

/// <summary>
/// A position in the changes of a drive or folder, from which reading continues. Store <see cref="Value"/> and pass it back unchanged; its
/// format is internal to the service.
/// </summary>
/// <param name="Value">The text to store.</param>
public readonly record struct DeltaCheckpoint(string Value)
{
    /// <summary>The text to store.</summary>
    /// <returns><see cref="Value"/>; empty if the checkpoint was never set.</returns>
    public override string ToString() => Value ?? "";
}
