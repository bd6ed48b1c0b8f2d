namespace OneDrive.Sdk.EntityFramework;

/// <summary>Who may work on an upload or refresh a sign-in, until when by the database's clock.</summary>
internal sealed class LeaseRow
{
    public required string Scope { get; init; }

    /// <summary>The kind of the right and the SHA-256 of the key.</summary>
    public required string Id { get; init; }

    public required string Owner { get; init; }

    /// <summary>Milliseconds since 1970 by the database's clock.</summary>
    public required long Until { get; init; }
}
