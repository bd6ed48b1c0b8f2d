namespace OneDrive.Sdk;

/// <summary>
/// A place in the changes of a drive or folder, from which reading goes on. Store <see cref="Value"/> as text and give it back unchanged:
/// what is in it is the service's own business.
/// </summary>
/// <param name="Value">The text to store.</param>
public readonly record struct DeltaCheckpoint(string Value)
{
    /// <summary>The text to store.</summary>
    /// <returns><see cref="Value"/>; empty for a checkpoint that was never set.</returns>
    public override string ToString() => Value ?? "";
}
